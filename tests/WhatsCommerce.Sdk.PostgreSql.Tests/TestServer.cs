using System.Diagnostics;
using System.Globalization;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>A server that was started for the tests by a script of <c>eng/</c>, which starts it again when it was killed.</summary>
/// <param name="pidFile">The file whose first line is its process id.</param>
/// <param name="isUp">Tells whether it answers; an exception means that it does not.</param>
internal sealed class TestServer(string pidFile, Func<Task> isUp)
{
    /// <summary>
    /// Returns the server whose process id is in the file that a variable names; <see langword="null"/> when it is not set.
    /// </summary>
    public static TestServer? Find(string variable, Func<Task> isUp) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } file ? new(file, isUp) : null;

    /// <summary>Ends the server as SIGKILL does, and waits until it is there again.</summary>
    public async Task RestartAsync()
    {
        int former = ReadPid() ?? throw new InvalidOperationException("The server does not run.");
        using (Process server = Process.GetProcessById(former))
        {
            server.Kill();
        }

        await Patiently.Until(() => ReadPid() is { } pid && pid != former);
        await Patiently.Until(AnswersAsync);
    }

    private int? ReadPid()
    {
        try
        {
            return int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out int pid) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await isUp();
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }
}
