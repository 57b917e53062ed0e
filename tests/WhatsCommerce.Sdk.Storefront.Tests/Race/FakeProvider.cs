using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>
/// A provider whose calls are in flight for some turns, fail before and after they take effect, and whose own books judge the run.
/// </summary>
internal sealed class FakeProvider(Turns turns, Random random, Mischief mischief) : ICheckoutProvider
{
    private readonly List<Session> _sessions = [];

    public string Name => "fake";

    public IReadOnlyList<Session> Sessions => _sessions;

    /// <summary>How likely each call fails before it takes effect, and after it.</summary>
    public double Faults { get; set; }

    /// <summary>What the books show to be wrong while the run goes on.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Called when a session changed: the provider's webhook.</summary>
    public Action<AttemptId> Webhook { get; set; } = _ => { };

    /// <summary>Whether the shop's own row says that an attempt has ended.</summary>
    public Func<AttemptId, bool> HasEnded { get; set; } = _ => false;

    public string TitleFor(string language) => "Pay";

    public bool Accepts(Quote quote) => true;

    public async Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        Session? session = _sessions.Find(one => one.Key == request.IdempotencyKey);
        if (session is null)
        {
            session = new Session
            {
                Key = request.IdempotencyKey,
                Attempt = request.Attempt.Id,
                Order = request.Order.Id,
                Amount = request.Attempt.Amount,
                Url = $"https://pay.example/{request.IdempotencyKey}",
            };
            _sessions.Add(session);
        }

        await LandAsync().ConfigureAwait(false);
        return Describe(session);
    }

    public async Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        ProviderPayment payment = Describe(Find(attempt));
        await LandAsync().ConfigureAwait(false);
        return payment;
    }

    public async Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        Session? session = Find(attempt);
        if (session is { State: ProviderPaymentState.Open })
        {
            session.State = ProviderPaymentState.Cancelled;
        }

        ProviderPayment payment = Describe(session);
        await LandAsync().ConfigureAwait(false);
        return payment;
    }

    public async Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        Session session = Find(attempt)!;
        if (!session.Refunds.Exists(one => one.Key == refund.Id.Value))
        {
            session.Refunds.Add((refund.Id.ToString(), refund.Amount));
        }

        await LandAsync().ConfigureAwait(false);
        return new ProviderRefund { State = RefundState.Done };
    }

    public async Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await FlyAsync().ConfigureAwait(false);
        bool isThere = Find(attempt)!.Refunds.Exists(one => one.Key == refund.Id.Value);
        await LandAsync().ConfigureAwait(false);
        return new ProviderRefund { State = isThere ? RefundState.Done : null };
    }

    /// <summary>The customer has the address of a page: of all pages that they have, one at most may still take their money.</summary>
    public void Tell(string url)
    {
        _sessions.Find(one => one.Url == url)!.IsTold = true;
        if (_sessions.Count(one => one.IsTold && one.MayBring && !one.WasTakenBack) > 1)
        {
            Violations.Add("two pages may take the money of one customer at once");
        }
    }

    /// <summary>The customer is on the page: pays, is declined, or pays by a way that takes its time.</summary>
    public async Task<bool> VisitAsync(string url)
    {
        await turns.Turn().ConfigureAwait(false);
        Session session = _sessions.Find(one => one.Url == url)!;
        if (session.State == ProviderPaymentState.Cancelled && mischief == Mischief.LateCapture && session.Charge is null)
        {
            // The shop may not know yet that it has ended: then it is paid in good time.
            session.IsLate = HasEnded(session.Attempt);
            session.WasTakenBack = true;
            Take(session);
            return true;
        }

        if (session.State != ProviderPaymentState.Open)
        {
            return false;
        }

        switch (random.Next(10))
        {
            case 0:
                session.State = ProviderPaymentState.Failed;
                break;
            case 1 or 2:
                session.State = ProviderPaymentState.Pending;
                Webhook(session.Attempt);
                for (int wait = random.Next(2, 30); wait > 0; wait--)
                {
                    await turns.Turn().ConfigureAwait(false);
                }

                if (random.Next(4) == 0)
                {
                    session.State = ProviderPaymentState.Failed;
                    break;
                }

                Take(session);
                break;
            default:
                Take(session);
                break;
        }

        Webhook(session.Attempt);
        return true;
    }

    private void Take(Session session)
    {
        session.State = ProviderPaymentState.Paid;
        session.Charge = mischief switch
        {
            Mischief.Amount => session.Amount with { Amount = session.Amount.Amount + 0.01m },
            Mischief.Currency => session.Amount with { Currency = "EUR" },
            _ => session.Amount,
        };
    }

    private Session? Find(PaymentAttempt attempt) =>
        _sessions.Find(one => one.Attempt == attempt.Id && one.Charge is not null) ?? _sessions.Find(one => one.Attempt == attempt.Id);

    private ProviderPayment Describe(Session? session) => session is null
        ? new ProviderPayment { State = ProviderPaymentState.NotFound }
        : new ProviderPayment
        {
            State = session.State,
            Amount = session.Charge,
            Reference = mischief == Mischief.Reference ? "somebody-else" : session.Attempt.Value,
            IsTest = mischief == Mischief.Test,
            ProviderReference = session.Key,
            Url = session.Url,
        };

    private async Task FlyAsync()
    {
        await turns.Turn().ConfigureAwait(false);
        if (random.NextDouble() < Faults)
        {
            throw new HttpRequestException("cut before it took effect");
        }
    }

    private async Task LandAsync()
    {
        await turns.Turn().ConfigureAwait(false);
        if (random.NextDouble() < Faults)
        {
            throw new HttpRequestException("cut after it took effect");
        }
    }
}
