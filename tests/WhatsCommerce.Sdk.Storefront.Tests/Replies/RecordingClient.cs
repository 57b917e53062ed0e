using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

/// <summary>A client that keeps what is sent, once for each key.</summary>
internal sealed class RecordingClient : WhatsCommerceClient
{
    private readonly Sender _messages = new();

    public List<(Recipient To, OutboundMessage Message, SendOptions Options)> Sent => _messages.Sent;

    public override MessagesClient Messages => _messages;

    private sealed class Sender : MessagesClient
    {
        public List<(Recipient To, OutboundMessage Message, SendOptions Options)> Sent { get; } = [];

        public override Task<MessageReceipt> SendAsync(
            Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default)
        {
            if (Sent.Exists(sent => sent.Options.OnceKey is not null && sent.Options.OnceKey == options?.OnceKey))
            {
                return Task.FromResult(new MessageReceipt { Id = "wamid.before" });
            }

            Sent.Add((to, message, options ?? new SendOptions()));
            return Task.FromResult(new MessageReceipt { Id = "wamid.1" });
        }
    }
}
