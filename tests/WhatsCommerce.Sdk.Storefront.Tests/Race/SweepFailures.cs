using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>The sweep goes on when one thing fails, and logs it; in a run, that is a finding.</summary>
internal sealed class SweepFailures(List<string> violations) : ILogger
{
    private const int SweepFailed = 409;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == SweepFailed)
        {
            violations.Add($"the sweep failed: {exception}");
        }
    }
}
