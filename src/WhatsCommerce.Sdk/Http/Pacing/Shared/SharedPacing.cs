namespace WhatsCommerce.Http;

/// <summary>The pacer of all clients of an app that shares its pace with other instances.</summary>
internal sealed class SharedPacing : IDisposable
{
    private readonly SharedTurns _turns;
    private readonly IDisposable? _store;

    public SharedPacing(ITurnStore store, TimeProvider time, SharedPacingOptions options, ILogger logger)
    {
        _store = store as IDisposable;
        _turns = new(store, time, options, logger);
        Pacer = new(time, _turns);
    }

    public MessagePacer Pacer { get; }

    public void Dispose()
    {
        _turns.Dispose();
        _store?.Dispose();
    }
}
