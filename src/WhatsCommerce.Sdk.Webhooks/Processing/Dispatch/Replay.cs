namespace WhatsCommerce.Webhooks;

/// <summary>The replay of a dead letter, and its last error.</summary>
/// <param name="handlerName">The only handler that runs; <see langword="null"/> for all that take the event.</param>
internal sealed class Replay(string? handlerName)
{
    private volatile string? _error;

    public string? HandlerName => handlerName;

    /// <summary>Gets the last error; <see langword="null"/> when no handler failed.</summary>
    public string? Error => _error;

    public void Report(string error) => _error = error;
}
