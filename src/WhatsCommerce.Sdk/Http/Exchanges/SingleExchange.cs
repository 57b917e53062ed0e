namespace WhatsCommerce.Http;

/// <summary>
/// One exchange of a request that must not be sent twice, where handlers of the app are between the client and the connection: whatever
/// they do with the request, one request is sent, and its response is returned to each of their attempts.
/// </summary>
/// <remarks>
/// It follows the deadline of the client, not those of the handlers: a handler that stops waiting cannot take the request back, and a
/// response that arrives later is still the response.
/// </remarks>
internal sealed class SingleExchange : IDisposable
{
    private const int NotWritten = 0;
    private const int Writing = 1;
    private const int Closed = 2;

    // A handler may send a copy that has nothing in common with the request but the asynchronous control flow and its path.
    private static readonly AsyncLocal<SingleExchange?> Ambient = new();

    private readonly Lock _gate = new();
    private readonly MovingContent _content;
    private readonly HttpMethod _method;
    private readonly string? _path;
    private readonly CancellationTokenSource _end;
    private int _state;
    private Task<ExchangeResponse>? _response;

    /// <summary>Begins an exchange; must be called in the method that sends the request on.</summary>
    public SingleExchange(MovingContent content, HttpRequestMessage request, CancellationToken deadline)
    {
        _content = content;
        _method = request.Method;
        _path = request.RequestUri?.AbsolutePath;
        _end = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        content.Exchange = this;
        Ambient.Value = this;
    }

    /// <summary>The response that came over the connection; <see langword="null"/> until the request is sent.</summary>
    public Task<ExchangeResponse>? Response
    {
        get
        {
            lock (_gate)
            {
                return _response is { IsCompleted: true } ? _response : null;
            }
        }
    }

    /// <summary>Gets the exchange of a request, or of a copy that a handler made of it.</summary>
    public static SingleExchange? Of(HttpRequestMessage request) => request.Content is MovingContent own
        ? own.Exchange
        : Ambient.Value is { } exchange && exchange.Covers(request) ? exchange : null;

    /// <summary>Sends the request, unless it was sent before: then waits for its response.</summary>
    /// <exception cref="InvalidOperationException">It was sent before, and the exchange has ended.</exception>
    public Task<ExchangeResponse> MakeAsync(Func<CancellationToken, Task<ExchangeResponse>> make)
    {
        Task<Task<ExchangeResponse>> first;
        lock (_gate)
        {
            if (_response is { IsCompleted: false })
            {
                return _response;
            }

            if (_response is { IsCompletedSuccessfully: true } || _state != NotWritten)
            {
                throw new InvalidOperationException(
                    "A handler of the app sent a request again that goes once. It did not leave: how the first one ended is how "
                        + "the call ends.");
            }

            first = new Task<Task<ExchangeResponse>>(() => make(_end.Token));
            _response = first.Unwrap();
        }

        first.RunSynchronously(TaskScheduler.Default);
        return _response;
    }

    /// <summary>Must be called before the first byte of the body goes over the connection.</summary>
    /// <exception cref="OperationCanceledException">
    /// The exchange has ended, or its call was canceled; nothing may be written any more.
    /// </exception>
    public void BeginWriting()
    {
        if (Interlocked.CompareExchange(ref _state, Writing, NotWritten) == Closed)
        {
            throw new OperationCanceledException("The exchange has ended.");
        }

        _content.BeginWriting();
    }

    /// <summary>Ends the exchange. A request that was not written yet is never sent; one in flight is abandoned.</summary>
    public void Dispose()
    {
        Interlocked.CompareExchange(ref _state, Closed, NotWritten);
        _end.Cancel();
        _ = _response?.ContinueWith(
            static task => _ = task.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        _end.Dispose();
    }

    private bool Covers(HttpRequestMessage request) =>
        request.Method == _method && request.RequestUri is { IsAbsoluteUri: true } address && address.AbsolutePath == _path;
}
