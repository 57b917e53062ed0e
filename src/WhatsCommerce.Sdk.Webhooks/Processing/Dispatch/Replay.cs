namespace WhatsCommerce.Webhooks;

/// <summary>That a dead letter runs again, and what came of it.</summary>
/// <param name="handlerName">The one handler that is to run; <see langword="null"/> for all that take the event.</param>
internal sealed class Replay(string? handlerName)
{
    private volatile string? _error;

    public string? HandlerName => handlerName;

    /// <summary>What went wrong last; <see langword="null"/> when no handler failed.</summary>
    public string? Error => _error;

    public void Report(string error) => _error = error;
}
