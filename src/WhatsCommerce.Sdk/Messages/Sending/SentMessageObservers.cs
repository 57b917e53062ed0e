using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Messages;

/// <summary>Notifies all observers of sent messages, and isolates sends from their exceptions.</summary>
/// <param name="services">Where they are registered. They are made with the first message: one may itself want a client.</param>
internal sealed class SentMessageObservers(IServiceProvider services)
{
    private readonly Lazy<ISentMessageObserver[]> _observers = new(() => [.. services.GetServices<ISentMessageObserver>()]);

    /// <summary>Whether there are observers.</summary>
    public bool Any => _observers.Value.Length > 0;

    /// <summary>Waits for the receipt, notifies all observers, and returns the receipt.</summary>
    public async Task<MessageReceipt> NotifyAsync(
        Task<MessageReceipt> sending, GraphTransport transport, Recipient to, OutboundMessage message, SendOptions? options)
    {
        MessageReceipt receipt = await sending.ConfigureAwait(false);
        await NotifyAsync(new OnceReceipt(receipt, SentBefore: null), transport, to, message, options).ConfigureAwait(false);
        return receipt;
    }

    /// <summary>Notifies all observers.</summary>
    public async Task NotifyAsync(OnceReceipt once, GraphTransport transport, Recipient to, OutboundMessage message, SendOptions? options)
    {
        MessageReceipt receipt = once.Receipt;
        GraphServices graph = transport.Services;
        GraphAccount account = transport.Account;
        SentMessage sent = new()
        {
            To = to,
            From = account.PhoneNumberId,
            Message = message,
            Options = options,
            Receipt = receipt,
            Account = account.Tenant,
            SentAt = once.SentBefore ?? graph.Time.GetUtcNow(),
            WasSentBefore = once.SentBefore is not null,
        };
        using CancellationTokenSource deadline = new(account.Options.Timeout, graph.Time);
        foreach (ISentMessageObserver observer in _observers.Value)
        {
            try
            {
                await observer.OnSentAsync(sent, deadline.Token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Log.ObserverFailed(graph.Logger, exception, observer.GetType().Name, receipt.Id.Masked);
            }
        }
    }
}
