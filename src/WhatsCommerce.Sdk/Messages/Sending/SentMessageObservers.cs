using WhatsCommerce.Diagnostics;
using WhatsCommerce.Http;

namespace WhatsCommerce.Messages;

/// <summary>Shows sent messages to all who watch, and lets none of them do a send harm.</summary>
internal sealed class SentMessageObservers(IEnumerable<ISentMessageObserver> observers)
{
    private readonly ISentMessageObserver[] _observers = [.. observers];

    /// <summary>Whether anybody watches.</summary>
    public bool Any => _observers.Length > 0;

    /// <summary>Waits for the receipt, shows the message to all, and gives the receipt on.</summary>
    public async Task<MessageReceipt> NotifyAsync(
        Task<MessageReceipt> sending, GraphTransport transport, Recipient to, OutboundMessage message, SendOptions? options)
    {
        MessageReceipt receipt = await sending.ConfigureAwait(false);
        GraphServices services = transport.Services;
        GraphAccount account = transport.Account;
        SentMessage sent = new()
        {
            To = to,
            From = account.PhoneNumberId,
            Message = message,
            Options = options,
            Receipt = receipt,
            Account = account.Tenant,
            SentAt = services.Time.GetUtcNow(),
        };
        using CancellationTokenSource deadline = new(account.Options.Timeout, services.Time);
        foreach (ISentMessageObserver observer in _observers)
        {
            try
            {
                await observer.OnSentAsync(sent, deadline.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Log.ObserverFailed(services.Logger, exception, observer.GetType().Name, receipt.Id.ToString());
            }
        }

        return receipt;
    }
}
