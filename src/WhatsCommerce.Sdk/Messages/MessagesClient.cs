using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Messages;

/// <summary>Sends messages. Reached as <see cref="WhatsCommerceClient.Messages"/>.</summary>
public class MessagesClient
{
    private static readonly GraphEndpoint<MessageAnswer> Send =
        new(HttpMethod.Post, account => $"{account.RequirePhoneNumberId()}/messages", GraphJson.Default.MessageAnswer, answer => answer.NamesMessage);

    private static readonly GraphEndpoint<SuccessAnswer> Read =
        new(HttpMethod.Post, account => $"{account.RequirePhoneNumberId()}/messages", GraphJson.Default.SuccessAnswer, answer => answer.Success == true);

    private readonly GraphTransport _transport = null!;

    internal MessagesClient(GraphTransport transport) => _transport = transport;

    /// <summary>For test doubles that override the methods.</summary>
    protected MessagesClient()
    {
    }

    /// <summary>Sends a message from the client's phone number.</summary>
    /// <remarks>
    /// Meta has no key that would make a repetition harmless, so a send whose outcome is unknown is never repeated by itself.
    /// Source: Meta, cloud-api/reference/messages.
    /// </remarks>
    /// <param name="to">A phone number, a business-scoped user id or a group.</param>
    /// <param name="message">The content; one message can be sent to many.</param>
    /// <param name="options">What this message answers, data to find in its statuses.</param>
    /// <param name="cancellationToken">Gives the send up; see <see cref="SendCanceledException"/> for what that means once it is under way.</param>
    /// <returns>What Meta answered: the id of the message, which the customer may not have received yet.</returns>
    /// <exception cref="MessageValidationException">The recipient or the options break a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached. <see cref="GraphException.IsRetrySafe"/> says whether to repeat it.</exception>
    /// <exception cref="SendOutcomeUnknownException">The message may or may not have been sent.</exception>
    /// <exception cref="SendCanceledException">Cancelled while under way: the message may or may not have been sent.</exception>
    public virtual async Task<MessageReceipt> SendAsync(
        Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        byte[] body = message.ToJson(to, options);

        MessageAnswer answer = await _transport.SendOnceAsync(Send, body, to.Value, cancellationToken).ConfigureAwait(false);
        return answer.ToReceipt();
    }

    /// <summary>Shows the customer that a message was read (blue ticks), and, if asked, that an answer is being written.</summary>
    /// <remarks>
    /// Marks the messages before it too. The typing indicator goes away with the answer, or after 25 seconds. Making the call twice does
    /// no harm. Source: Meta, messages/mark-message-as-read; typing-indicators.
    /// </remarks>
    /// <param name="messageId">The id of the customer's message, from the webhook.</param>
    /// <param name="showTyping">Whether to show that an answer is being written. Ask for it only if one follows.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentException">The id is absent.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual async Task MarkAsReadAsync(MessageId messageId, bool showTyping = false, CancellationToken cancellationToken = default)
    {
        if (!messageId.HasValue)
        {
            throw new ArgumentException("The id of the message (wamid...) is required.", nameof(messageId));
        }

        byte[] body = JsonBytes.Write((messageId, showTyping), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("messaging_product"u8, "whatsapp"u8);
            writer.WriteString("status"u8, "read"u8);
            writer.WriteString("message_id"u8, state.messageId.Value);
            if (state.showTyping)
            {
                writer.WriteStartObject("typing_indicator"u8);
                writer.WriteString("type"u8, "text"u8);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });
        await _transport.CallAsync(Read, () => new GraphContent(body), cancellationToken).ConfigureAwait(false);
    }
}
