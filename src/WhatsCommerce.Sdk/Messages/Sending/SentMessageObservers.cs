using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Http;

namespace WhatsCommerce.Messages;

/// <summary>Shows sent messages to all who watch, and lets none of them do a send harm.</summary>
/// <param name="services">Where they are registered. They are made with the first message: one may itself want a client.</param>
internal sealed class SentMessageObservers(IServiceProvider services)
{
    private readonly Lazy<ISentMessageObserver[]> _observers = new(() => [.. services.GetServices<ISentMessageObserver>()]);

    /// <summary>Whether anybody watches.</summary>
    public bool Any => _observers.Value.Length > 0;

    /// <summary>Waits for the receipt, shows the message to all, and gives the receipt on.</summary>
    public async Task<MessageReceipt> NotifyAsync(
        Task<MessageReceipt> sending, GraphTransport transport, Recipient to, OutboundMessage message, SendOptions? options)
    {
        MessageReceipt receipt = await sending.ConfigureAwait(false);
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
            SentAt = graph.Time.GetUtcNow(),
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

        return receipt;
    }
}
