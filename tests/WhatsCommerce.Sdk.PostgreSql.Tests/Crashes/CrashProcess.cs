using System.Diagnostics;

namespace WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;

/// <summary>Starts a process of <c>CrashTest</c>, with its input and outputs in the hands of the test.</summary>
internal static class CrashProcess
{
    public static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "CrashTest.dll"), .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
