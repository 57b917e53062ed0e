using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Emulator.Tests.Clients;

/// <summary>
/// The npm packages of <c>package.json</c>, in a folder under <c>artifacts</c>: installed once for these versions, and from then on used as
/// they lie there.
/// </summary>
internal static class NodePackages
{
    private static readonly Version OldestNode = new(20, 19);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // What npm says when it is the way to the registry, or the registry itself, that fails; whatever else goes wrong is a failure of the
    // test.
    private static readonly string[] Unreachable =
    [
        "EAI_AGAIN", "ENOTFOUND", "ENETUNREACH", "EHOSTUNREACH", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ERR_SOCKET_TIMEOUT",
        "E401", "E403", "E407", "E429", "E500", "E502", "E503", "E504", "SELF_SIGNED_CERT_IN_CHAIN",
    ];

    private static readonly Lazy<Task<(string Folder, string? Missing)>> Installed = new(InstallAsync);

    /// <summary>The folder in which scripts find the packages; skips the running test where they cannot be had, and says why.</summary>
    public static async Task<string> RequireAsync()
    {
        (string folder, string? missing) = await Installed.Value;
        Assert.SkipWhen(missing is not null, $"The clients of others were not tried: {missing}");
        return folder;
    }

    private static async Task<(string Folder, string? Missing)> InstallAsync()
    {
        string list = Path.Combine(AppContext.BaseDirectory, "Clients", "package.json");
        string packages = Path.Combine(SharedMaterial.Repository, "artifacts", "npm");
        // No test's end may end this: the others wait for it too.
        byte[] versions = await File.ReadAllBytesAsync(list, CancellationToken.None);
        string folder = Path.Combine(packages, Convert.ToHexStringLower(SHA256.HashData(versions))[..12]);
        if (await RunAsync("node", folder: null, "--version") is not (0, var version))
        {
            return (folder, "there is no node on this machine.");
        }

        if (!Version.TryParse(version.TrimStart('v').Trim(), out Version? node) || node < OldestNode)
        {
            return (folder, $"they want node {OldestNode} or later, and this machine has {version.Trim()}.");
        }

        if (Directory.Exists(folder))
        {
            return (folder, null);
        }

        // Made elsewhere and moved as a whole: neither an end half way nor another run beside this one leaves half of it.
        string draft = $"{folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(draft);
        try
        {
            File.Copy(list, Path.Combine(draft, "package.json"), overwrite: true);
            string npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            (int exitCode, string output) = await RunAsync(
                npm, draft, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline",
                "--fetch-retries=1", "--fetch-retry-mintimeout=1000");
            if (exitCode < 0)
            {
                return (folder, $"npm is missing or does not end: {output}");
            }

            if (exitCode > 0)
            {
                string? reason = Array.Find(Unreachable, code => output.Contains("code " + code, StringComparison.Ordinal));
                return reason is not null
                    ? (folder, $"npm cannot reach its registry ({reason}).")
                    : throw new InvalidOperationException($"npm install ended with {exitCode}:\n{output}");
            }

            try
            {
                Directory.Move(draft, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another run beside this one was sooner.
            }

            return (folder, null);
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    // The exit code is negative when the program could not be started, or had to be ended.
    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string? folder, params string[] args)
    {
        ProcessStartInfo start = new(program, args)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        using Process process = new() { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            return (-1, exception.Message);
        }

        process.StandardInput.Close();
        using CancellationTokenSource limit = new(Patience);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            output += await errors;
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} took longer than {Patience}.");
        }
    }
}
