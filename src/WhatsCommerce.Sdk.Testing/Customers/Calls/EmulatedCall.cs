namespace WhatsCommerce.Testing;

/// <summary>
/// A call between a customer and the business, without sound: what the customer does is played by the test. Safe for use from several
/// threads.
/// </summary>
/// <remarks>
/// Each of its methods ends when the callback has taken the webhooks, or they were given up, as with those of
/// <see cref="EmulatedCustomer"/>. A call that rings for <see cref="CloudApiEmulatorOptions.CallsRingFor"/> ends on its own. Source: Meta,
/// calling/business-initiated-calls and user-initiated-calls.
/// </remarks>
public sealed class EmulatedCall
{
    private readonly Lock _gate = new();

    // As a whole, so that who reads never sees half of a change.
    private volatile Progress _progress = new(null, null, null, null);

    internal EmulatedCall(string id, EmulatedCustomer customer, EmulatedNumber number, bool isFromCustomer, DateTimeOffset at)
    {
        Id = id;
        Customer = customer;
        Number = number;
        IsFromCustomer = isFromCustomer;
        RangAt = at;
        Sdp = CallSdp.Make(id, isOffer: isFromCustomer);
    }

    /// <summary>The id of the call, as the webhooks have it.</summary>
    public string Id { get; }

    /// <summary>The customer who calls or is called.</summary>
    public EmulatedCustomer Customer { get; }

    /// <summary>Whether the customer calls; otherwise the business does.</summary>
    public bool IsFromCustomer { get; }

    /// <summary>The session description of the customer's side: an offer of a customer who calls, an answer of one who is called.</summary>
    public string Sdp { get; }

    /// <summary>The session description that the business has given; <see langword="null"/> before it has.</summary>
    public string? BusinessSdp => _progress.Sdp;

    /// <summary>The data of its own that the business has given the call.</summary>
    public string? CallbackData => _progress.Data;

    /// <summary>When it began to ring.</summary>
    public DateTimeOffset RangAt { get; }

    /// <summary>When it was answered; <see langword="null"/> when it was not.</summary>
    public DateTimeOffset? AnsweredAt => _progress.Answered;

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt => _progress.Ended;

    /// <summary>How it stands.</summary>
    public EmulatedCallState State => _progress.State;

    /// <summary>How long it was talked, in whole seconds as webhooks tell it; <see langword="null"/> when nobody answered.</summary>
    public TimeSpan? Duration => _progress is { Answered: { } from, Ended: { } to }
        ? TimeSpan.FromSeconds(to.ToUnixTimeSeconds() - from.ToUnixTimeSeconds())
        : null;

    internal EmulatedNumber Number { get; }

    /// <summary>What the button or the link of a call carries; <see langword="null"/> when it began otherwise.</summary>
    internal string? ButtonPayload { get; init; }

    internal string? LinkPayload { get; init; }

    /// <summary>Answers a call of the business.</summary>
    /// <param name="cancellationToken">Stops waiting for the callback; the call is still answered.</param>
    /// <exception cref="InvalidOperationException">It does not ring any more, or the customer calls.</exception>
    public Task AnswerAsync(CancellationToken cancellationToken = default) => Customer.AnswerAsync(this).WaitAsync(cancellationToken);

    /// <summary>Declines a call of the business.</summary>
    /// <param name="cancellationToken">Stops waiting for the callback; the call is still declined.</param>
    /// <exception cref="InvalidOperationException">It does not ring any more, or the customer calls.</exception>
    public Task DeclineAsync(CancellationToken cancellationToken = default) => Customer.DeclineAsync(this).WaitAsync(cancellationToken);

    /// <summary>
    /// Lets it ring until it ends on its own, without the wait: nobody answers. Four calls of the business in a row that nobody answers, or
    /// that the customer declines, revoke the permission to call.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting for the callback; the call still ends.</param>
    /// <exception cref="InvalidOperationException">It does not ring any more.</exception>
    public Task MissAsync(CancellationToken cancellationToken = default) => Customer.MissAsync(this).WaitAsync(cancellationToken);

    /// <summary>Hangs up.</summary>
    /// <param name="cancellationToken">Stops waiting for the callback; the call still ends.</param>
    /// <exception cref="InvalidOperationException">It is over already, or is a call of the business that was not answered.</exception>
    public Task HangUpAsync(CancellationToken cancellationToken = default) => Customer.HangUpAsync(this).WaitAsync(cancellationToken);

    /// <summary>Who calls, the state, and the end of the id.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"call of the {(IsFromCustomer ? "customer" : "business")}, {State} (…{Id[Math.Max(0, Id.Length - 6)..]})");

    /// <summary>Takes what the business gives; only what it names.</summary>
    internal void Give(string? sdp, string? callbackData)
    {
        lock (_gate)
        {
            _progress = _progress with { Sdp = sdp ?? _progress.Sdp, Data = callbackData ?? _progress.Data };
        }
    }

    /// <summary>Answered, unless it was or is over.</summary>
    internal bool Answer(DateTimeOffset at)
    {
        lock (_gate)
        {
            if (State is not EmulatedCallState.Ringing)
            {
                return false;
            }

            _progress = _progress with { Answered = at };
            return true;
        }
    }

    /// <summary>Over, unless it is already, or does not stand as is wanted.</summary>
    internal bool End(DateTimeOffset at, EmulatedCallState? wanted = null)
    {
        lock (_gate)
        {
            if (State is EmulatedCallState.Ended || (wanted is not null && State != wanted))
            {
                return false;
            }

            _progress = _progress with { Ended = at };
            return true;
        }
    }

    private sealed record Progress(string? Sdp, string? Data, DateTimeOffset? Answered, DateTimeOffset? Ended)
    {
        public EmulatedCallState State =>
            Ended is not null ? EmulatedCallState.Ended
            : Answered is not null ? EmulatedCallState.Connected
            : EmulatedCallState.Ringing;
    }
}
