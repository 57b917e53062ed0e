using System.Net;

namespace WhatsCommerce.Testing;

/// <summary>
/// A payment provider that runs on this machine: a real HTTP server on the loopback address with the provider's API, the pages on which
/// customers pay, signed webhooks, a dashboard in C#, and books (<see cref="Ledger"/>) by which a test judges the shop.
/// </summary>
/// <remarks>
/// <para>Nothing is ever charged. It judges requests by the provider's documentation and shares no code with the clients of this SDK. State
/// is in memory and bounded by <see cref="LocalProviderOptions.HistoryLimit"/>. Safe for use from several threads.</para>
/// </remarks>
public abstract partial class LocalProvider : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, LocalCheckout> _checkouts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalCheckout> _pages = new(StringComparer.Ordinal);
    private readonly KestrelServer _server;
    private readonly ForeignPages _foreign = new(IPAddress.Loopback);
    private readonly IdempotencyKeys _keys;
    private readonly EmulatorTimers _timers;
    private readonly LocalWebhookPump _pump;

    private protected LocalProvider(string name, LocalProviderOptions? options)
    {
        Name = name;
        Options = (options ?? new()).Validated();
        _timers = new(Time);
        _keys = new(Time, Options.HistoryLimit);
        _server = new(IPAddress.Loopback, Options.Port, LocalRequest.MaxBytes, HandleAsync);
        _pump = new(Options, _timers, Sign);
        Webhooks = new(Options.HistoryLimit, _pump);
    }

    /// <summary>The name: <c>stripe</c>, <c>paypal</c> or <c>razorpay</c>.</summary>
    public string Name { get; }

    /// <summary>Where it is: takes the place of the provider's own address.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>
    /// What goes wrong at the API, by the HTTP status of a fault; nothing at first. Bodies are the provider's own. Pages are not concerned.
    /// </summary>
    public EmulatedFaults Faults { get; } = new(new());

    /// <summary>Where the provider reports what happened, and what goes wrong with it.</summary>
    public LocalWebhooks Webhooks { get; }

    /// <summary>Every charge, refund and dispute: what is true, whatever the shop believes.</summary>
    public LocalLedger Ledger { get; } = new();

    /// <summary>Whether refunds stay pending until <see cref="CompleteRefund"/>; at first they are done at once.</summary>
    public bool KeepsRefundsPending { get; set; }

    /// <summary>Every checkout that the shop has made, the oldest first. A new list at each call.</summary>
    public IReadOnlyList<LocalCheckout> Checkouts => Under(() => _checkouts.Values.ToArray());

    internal LocalProviderOptions Options { get; }

    internal TimeProvider Time => Options.TimeProvider;

    /// <summary>The last checkout with an id or with a reference of the shop; <see langword="null"/> when there is none.</summary>
    /// <param name="idOrReference">See <see cref="LocalCheckout.Id"/> and <see cref="LocalCheckout.Reference"/>.</param>
    public LocalCheckout? Find(string idOrReference) => Under(() =>
        FindById(idOrReference) ?? _checkouts.Values.LastOrDefault(checkout => checkout.Reference == idOrReference));

    /// <summary>
    /// What a shop needs to use it, as configuration: keys, secrets, its address in place of the provider's own, and that keys of a test
    /// mode are meant.
    /// </summary>
    /// <param name="section">The section that the shop gives to its provider, such as <c>WhatsCommerce:Storefront:Stripe</c>.</param>
    public abstract IEnumerable<KeyValuePair<string, string?>> Configuration(string section);

    /// <summary>Gives money back in the provider's dashboard: the shop learns of it by a webhook, or when it looks.</summary>
    /// <param name="chargeId">The id of the charge.</param>
    /// <param name="amount">How much, in whole units; all that is left unless given.</param>
    /// <exception cref="ArgumentException">There is no such charge, or not so much is left of it.</exception>
    public LocalRefund RefundInDashboard(string chargeId, decimal? amount = null) => Under(() =>
    {
        LocalCharge charge = Charged(chargeId);
        decimal back = amount ?? charge.Left.Amount;
        return back > 0 && back <= charge.Left.Amount
            ? GiveBack(charge, back, [], isFromDashboard: true)
            : throw new ArgumentException($"{charge.Left} is left of {charge.Id}.", nameof(amount));
    });

    /// <summary>Ends a refund that is pending.</summary>
    /// <param name="refundId">The id of the refund.</param>
    /// <param name="succeeds">Whether the customer's bank takes it.</param>
    /// <exception cref="ArgumentException">There is no such refund, or it is not pending.</exception>
    public void CompleteRefund(string refundId, bool succeeds = true) => Under(() =>
    {
        LocalRefund refund = FindRefund(refundId) is { State: LocalRefundState.Pending } pending
            ? pending
            : throw new ArgumentException($"There is no pending refund '{refundId}'.", nameof(refundId));
        refund.State = succeeds ? LocalRefundState.Done : LocalRefundState.Failed;
        OnRefund(refund, isNew: false);
        return refund;
    });

    /// <summary>Lets the customer's bank dispute a charge.</summary>
    /// <param name="chargeId">The id of the charge.</param>
    /// <exception cref="ArgumentException">There is no such charge.</exception>
    public LocalDispute Dispute(string chargeId) => Under(() =>
    {
        LocalCharge charge = Charged(chargeId);
        LocalDispute dispute = new(NewDisputeId(), charge, Time.GetUtcNow());
        charge.Add(dispute);
        OnDispute(dispute);
        return dispute;
    });

    /// <summary>Ends a dispute.</summary>
    /// <param name="disputeId">The id of the dispute.</param>
    /// <param name="isWon">Whether the shop keeps the money.</param>
    /// <exception cref="ArgumentException">There is no such dispute, or it has ended.</exception>
    public void CloseDispute(string disputeId, bool isWon) => Under(() =>
    {
        LocalDispute dispute = Disputes.LastOrDefault(one => one.Id == disputeId) is { IsWon: null } open
            ? open
            : throw new ArgumentException($"There is no open dispute '{disputeId}'.", nameof(disputeId));
        dispute.IsWon = isWon;
        OnDispute(dispute);
        return dispute;
    });

    /// <summary>Stops the server and the deliveries at once. May be called more than once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await _server.DisposeAsync().ConfigureAwait(false);
            await _pump.DisposeAsync().ConfigureAwait(false);
            _timers.Dispose();
            DisposeMore();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Name and address.</summary>
    public override string ToString() => $"local {Name} at {_server.BaseAddress}";

    internal T Under<T>(Func<T> act)
    {
        lock (_gate)
        {
            return act();
        }
    }

    internal bool Act(LocalCheckout checkout, CustomerAction action) => Under(() =>
    {
        ExpireWhenDue(checkout);
        return Do(checkout, action);
    });
}
