using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Messages;

/// <summary>Sends messages. Reached as <see cref="WhatsCommerceClient.Messages"/>.</summary>
public class MessagesClient
{
    private static readonly GraphEndpoint<MessageAnswer> Send =
        new(HttpMethod.Post, account => $"{account.RequirePhoneNumberId()}/messages", GraphJson.Default.MessageAnswer, answer => answer.NamesMessage);

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
}
