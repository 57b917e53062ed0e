namespace WhatsCommerce.Testing;

// What the providers have in common behind their APIs. All of it runs under the lock.
public abstract partial class LocalProvider
{
    private bool _isDisposed;

    private protected IEnumerable<LocalCheckout> All => _checkouts.Values;

    private protected IEnumerable<LocalRefund> Refunds => Ledger.Charges.SelectMany(charge => charge.Refunds);

    private protected IEnumerable<LocalDispute> Disputes => Ledger.Charges.SelectMany(charge => charge.Disputes);

    internal abstract Uri? ReturnAddressOf(LocalCheckout checkout);

    internal abstract Uri? CancelAddressOf(LocalCheckout checkout);

    private protected static Uri? AddressIn(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : null;

    private protected async Task StartServerAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _server.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private protected LocalCheckout? FindById(string id)
    {
        LocalCheckout? found = _checkouts.GetValueOrDefault(id);
        if (found is not null)
        {
            ExpireWhenDue(found);
        }

        return found;
    }

    private protected LocalRefund? FindRefund(string id) => Refunds.LastOrDefault(refund => refund.Id == id);

    private protected void Add(LocalCheckout checkout)
    {
        _checkouts.Add(checkout.Id, checkout);
        _pages.Add(checkout.Secret, checkout);
        if (_checkouts.Count > Options.HistoryLimit)
        {
            LocalCheckout oldest = _checkouts.GetAt(0).Value;
            _checkouts.RemoveAt(0);
            _pages.Remove(oldest.Secret);
            Ledger.Forget(oldest.Charge);
        }

        _timers.After(checkout.ExpiresAt - Time.GetUtcNow(), () => Under(() =>
        {
            ExpireWhenDue(checkout);
            return true;
        }));
    }

    /// <summary>The provider gets the money.</summary>
    private protected LocalCharge Take(LocalCheckout checkout, string id)
    {
        checkout.Amount = checkout.Mistake switch
        {
            LocalPaymentMistake.Amount => checkout.Amount with { Amount = checkout.Amount.Amount + 1 },
            LocalPaymentMistake.Currency => checkout.Amount with { Currency = checkout.Amount.Currency == "EUR" ? "USD" : "EUR" },
            _ => checkout.Amount,
        };
        LocalCharge charge = new(id, checkout, Time.GetUtcNow());
        checkout.Charge = charge;
        checkout.State = LocalCheckoutState.Paid;
        Ledger.Add(charge);
        return charge;
    }

    private protected LocalRefund GiveBack(LocalCharge charge, decimal amount, JsonObject request, bool isFromDashboard = false)
    {
        LocalRefund refund = new(NewRefundId(), charge, charge.Amount with { Amount = amount }, Time.GetUtcNow())
        {
            State = KeepsRefundsPending ? LocalRefundState.Pending : LocalRefundState.Done,
            IsFromDashboard = isFromDashboard,
            Request = request,
        };
        charge.Add(refund);
        OnRefund(refund, isNew: true);
        return refund;
    }

    private protected void Emit(string id, string type, JsonObject body)
    {
        if (Webhooks.Callback is not null)
        {
            Webhooks.Send(new(id, type, LocalResponse.Bytes(body), Time.GetUtcNow()));
        }
    }

    private protected abstract bool Do(LocalCheckout checkout, CustomerAction action);

    /// <summary>Reports that a checkout has expired unpaid; its state shows that already.</summary>
    private protected abstract void OnExpired(LocalCheckout checkout);

    private protected abstract void OnRefund(LocalRefund refund, bool isNew);

    private protected abstract void OnDispute(LocalDispute dispute);

    private protected abstract string NewRefundId();

    private protected abstract string NewDisputeId();

    private protected abstract void Sign(HttpRequestMessage request, LocalDelivery delivery);

    private protected virtual void DisposeMore() { }

    private LocalCharge Charged(string id) =>
        Ledger.Find(id) ?? throw new ArgumentException($"There is no charge '{id}'.", nameof(id));

    private void ExpireWhenDue(LocalCheckout checkout)
    {
        if (checkout.State is LocalCheckoutState.Open or LocalCheckoutState.Approved && Time.GetUtcNow() >= checkout.ExpiresAt)
        {
            checkout.State = LocalCheckoutState.Expired;
            OnExpired(checkout);
        }
    }
}
