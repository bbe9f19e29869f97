package questionnaire

// RepositorySignals returns the ids of the kinds of files that questions can be mapped to. The scan knows what each looks like;
// a test of the scan holds the two lists together.
func RepositorySignals() []string {
	return []string{
		"ci.github_actions", "ci.github_actions_tests", "ci.reusable_elsewhere", "ci.gitlab", "ci.forgejo_gitea",
		"ci.jenkins", "ci.travis", "ci.circleci", "ci.azure_pipelines", "ci.bitbucket", "ci.buildkite",
		"ci.drone_woodpecker", "ci.appveyor", "ci.cirrus", "ci.zuul", "ci.prow_tekton_concourse", "ci.cloud", "ci.other",
		"cd.release_automation", "cd.release_automation_pkg", "cd.release_workflow", "cd.deploy_workflow", "cd.gitops_argo",
		"cd.gitops_flux", "cd.gitops_image_tags", "cd.env_dirs", "cd.progressive", "cd.paas", "cd.deploy_tool",
		"iac.terraform", "iac.pulumi_cdk", "iac.cloudformation", "iac.bicep_arm", "iac.ansible", "iac.puppet",
		"iac.puppet_env", "iac.chef_salt", "iac.nix_cfengine", "iac.image_build",
		"ctr.dockerfile", "ctr.compose",
		"k8s.manifests", "k8s.helm", "k8s.kustomize",
		"flags.files", "flags.sdk",
		"test.unit", "test.infra", "test.system",
		"sec.sast", "sec.sast_config", "sec.fuzz", "sec.secrets", "sec.encrypted_secrets", "sec.k8s_secrets", "sec.policy",
		"dep.dependabot", "dep.renovate", "dep.renovate_pkg", "dep.other",
		"obs.prom_rules", "obs.alertmanager", "obs.grafana", "obs.otel", "obs.slo", "obs.saas", "obs.classic",
		"ops.runbooks", "ops.runbook_urls", "ops.oncall", "ops.postmortem", "ops.adr", "ops.catalog",
		"chg.codeowners", "chg.owners_maintainers", "chg.pr_template", "chg.gerrit", "chg.merge_queue", "chg.changelog",
		"chg.changelog_fragments", "chg.cab", "chg.release_procedure", "chg.hooks",
		"dr.docs", "dr.tools",
		"man.deploy_script", "man.cron", "man.committed_artifacts", "man.install_doc", "man.svn_layout", "man.backup_copies",
		"man.host_files", "man.init", "man.etckeeper",
		"db.migrations",
	}
}
