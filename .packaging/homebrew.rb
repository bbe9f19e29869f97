class Opsfit < Formula
  desc "Find out which operating model fits a service: DevOps, SysOps, or a mix"
  homepage "@HOMEPAGE@"
  version "@VERSION@"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "@DOWNLOADS@/opsfit_@VERSION@_darwin_arm64.tar.gz"
      sha256 "@darwin_arm64.tar.gz@"
    end
    on_intel do
      url "@DOWNLOADS@/opsfit_@VERSION@_darwin_amd64.tar.gz"
      sha256 "@darwin_amd64.tar.gz@"
    end
  end

  on_linux do
    on_arm do
      url "@DOWNLOADS@/opsfit_@VERSION@_linux_arm64.tar.gz"
      sha256 "@linux_arm64.tar.gz@"
    end
    on_intel do
      url "@DOWNLOADS@/opsfit_@VERSION@_linux_amd64.tar.gz"
      sha256 "@linux_amd64.tar.gz@"
    end
  end

  def install
    bin.install "opsfit"
    man1.install Dir["share/man/man1/*"]
    man7.install Dir["share/man/man7/*"]
    bash_completion.install "share/bash-completion/completions/opsfit"
    zsh_completion.install "share/zsh/site-functions/_opsfit"
    fish_completion.install "share/fish/vendor_completions.d/opsfit.fish"
    doc.install Dir["share/doc/opsfit/*"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/opsfit version")
  end
end
