namespace WhatsCommerce.Messages;

/// <summary>Sends messages. Available as <see cref="WhatsCommerceClient.Messages"/>.</summary>
public class MessagesClient
{
    private static readonly GraphOperation Send = new("send", ReceiptReader.Read)
    {
        IsSentOnce = true,
        IfUnknown = "The message may or may not have been sent; it was not repeated.",
    };

    private static readonly GraphOperation MarkAsRead = new("mark_as_read", ResponseReader.Of(MessagesJson.Default.SuccessResponse));

    private readonly GraphTransport _transport = null!;
    private readonly SentMessageObservers _observers = null!;
    private readonly OnceSender _once = null!;
    private readonly ISendCheck? _check;

    internal MessagesClient(GraphTransport transport, SentMessageObservers observers, OnceSender once, ISendCheck? check = null)
    {
        _transport = transport;
        _observers = observers;
        _once = once;
        _check = check;
    }

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected MessagesClient() { }

    /// <summary>Sends a message from the client's phone number.</summary>
    /// <remarks>
    /// Meta has no key that would make a retry harmless, so a send whose outcome is unknown is never retried automatically; one that was
    /// rejected before processing or never written is, according to <see cref="WhatsCommerceOptions.Retry"/>. If your code may send a
    /// message again, for example in a handler that runs again, set <see cref="SendOptions.OnceKey"/>. Source: Meta,
    /// cloud-api/reference/messages.
    /// </remarks>
    /// <param name="to">The recipient: a phone number, a business-scoped user id or a group.</param>
    /// <param name="message">The content; one message can be sent to many.</param>
    /// <param name="options">The message that it replies to, callback data and other options.</param>
    /// <param name="cancellationToken">Cancels the send. After writing began, the response is awaited for up to five seconds, because only
    /// the response says whether the message was sent.</param>
    /// <returns>Meta's response with the id of the message, which the customer may not have received yet.</returns>
    /// <exception cref="WhatsCommerceValidationException">The recipient or the options violate a rule; nothing was sent.</exception>
    /// <exception cref="ProductsNotSendableException">
    /// None of the products can be sent; nothing was. Only with <see cref="PreflightOptions.BeforeSending"/>.
    /// </exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached. <see cref="GraphException.IsRetrySafe"/> says
    /// whether to retry.</exception>
    /// <exception cref="OutcomeUnknownException">
    /// The message may or may not have been sent, by this call or by an earlier one with the same <see cref="SendOptions.OnceKey"/>.
    /// </exception>
    /// <exception cref="SendCanceledException">Canceled after writing began, and no response arrived within five seconds: the message may
    /// or may not have been sent.</exception>
    /// <exception cref="OnceKeyReusedException">The key belongs to another message; nothing was sent.</exception>
    /// <exception cref="SendLedgerException">The key could not be stored; nothing was sent.</exception>
    public virtual Task<MessageReceipt> SendAsync(
        Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            if (options is { OnceKey: not null })
            {
                return SendOnceAsync(to, message, options, cancellationToken);
            }

            byte[] body = message.ToJson(to, options);
            Task<MessageReceipt> sending = PostAsync(to, message, body, cancellationToken);
            return _observers.Any ? _observers.NotifyAsync(sending, _transport, to, message, options) : sending;
        }
        catch (Exception exception)
        {
            return Task.FromException<MessageReceipt>(exception);
        }
    }

    /// <summary>
    /// Sends a message like <see cref="SendAsync"/>, and returns the complete response: status, headers and body. The response to a
    /// rejected message is in <see cref="GraphException.Response"/>.
    /// </summary>
    /// <remarks>
    /// Receipts do not contain the response, because it takes some kilobytes and apps store receipts. If a message was sent before with its
    /// <see cref="SendOptions.OnceKey"/>, no request is made: the result has the receipt and status 200, without headers and body.
    /// </remarks>
    /// <inheritdoc cref="SendAsync" path="/param"/>
    /// <inheritdoc cref="SendAsync" path="/exception"/>
    /// <returns>The receipt in <see cref="GraphResponse{TValue}.Value"/>, with the response.</returns>
    public virtual async Task<GraphResponse<MessageReceipt>> SendWithResponseAsync(
        Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        byte[]? content = null;
        byte[] body = options is { OnceKey: not null } ? message.ToJson(to, options, out content) : message.ToJson(to, options);
        GraphResponse? response = null;
        OnceReceipt once = content is not null
            ? await _once.SendAsync(_transport, to, options!, content, PostAsync, cancellationToken).ConfigureAwait(false)
            : new OnceReceipt(await PostAsync(cancellationToken).ConfigureAwait(false), SentBefore: null);
        once = once with { Receipt = Note(once.Receipt, message) };
        await _observers.NotifyAsync(once, _transport, to, message, options).ConfigureAwait(false);
        return new GraphResponse<MessageReceipt>(once.Receipt, response ?? GraphResponse.FromLedger);

        async Task<MessageReceipt> PostAsync(CancellationToken cancellationToken)
        {
            IReadOnlyList<UnsendableProduct> unsendable = await CheckAsync(message, cancellationToken).ConfigureAwait(false);
            GraphCall call = CallOf(to, message, body, keepsResponse: true);
            MessageReceipt receipt = await _transport.CallAsync<MessageReceipt>(call, cancellationToken).ConfigureAwait(false);
            response = call.Response;
            return Note(receipt, to, message, unsendable);
        }
    }

    /// <summary>Sends many messages, each to its recipient, and returns a result for each as soon as it is known.</summary>
    /// <remarks>
    /// <para>Nothing is sent before the results are enumerated. Messages are read from the sequence as sends complete, and no faster than
    /// results are consumed, so the sequence may have any length. A failed send does not stop the others.</para>
    /// <para>When canceled, it reads no more messages, returns the results of those that were read, and then throws an exception with the
    /// index of the next message. When the loop is left with <see langword="break"/>, it reads no more messages, and running sends
    /// complete.</para>
    /// </remarks>
    /// <param name="messages">The messages. A recipient who is listed twice gets two messages, unless you set
    /// <see cref="SendManyOptions.OncePerRecipient"/> or a <see cref="SendManyOptions.OnceKey"/>.</param>
    /// <param name="options">Concurrency, deduplication, and the options of each send.</param>
    /// <param name="cancellationToken">Cancels the remaining sends.</param>
    /// <returns>The results in the order in which sends complete; <see cref="SendResult.Index"/> is the position in the sequence.</returns>
    /// <exception cref="SendManyCanceledException">Canceled; thrown after all results were returned.</exception>
    public virtual IAsyncEnumerable<SendResult> SendManyAsync(
        IAsyncEnumerable<AddressedMessage> messages, SendManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return SendMany.RunAsync(this, messages, options ?? new SendManyOptions(), cancellationToken);
    }

    /// <inheritdoc cref="SendManyAsync(IAsyncEnumerable{AddressedMessage}, SendManyOptions?, CancellationToken)"/>
    public virtual IAsyncEnumerable<SendResult> SendManyAsync(
        IEnumerable<AddressedMessage> messages, SendManyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return SendManyAsync(SendMany.ToAsync(messages), options, cancellationToken);
    }

    /// <summary>Sends one message to many recipients, and returns a result for each as soon as it is known.</summary>
    /// <inheritdoc cref="SendManyAsync(IAsyncEnumerable{AddressedMessage}, SendManyOptions?, CancellationToken)" path="/remarks"/>
    /// <param name="recipients">The recipients. A recipient who is listed twice gets two messages, unless you set
    /// <see cref="SendManyOptions.OncePerRecipient"/> or a <see cref="SendManyOptions.OnceKey"/>.</param>
    /// <param name="message">The content.</param>
    /// <param name="options">Concurrency, deduplication, and the options of each send.</param>
    /// <param name="cancellationToken">Cancels the remaining sends.</param>
    /// <returns>The results in the order in which sends complete; <see cref="SendResult.Index"/> is the position in the sequence.</returns>
    /// <exception cref="SendManyCanceledException">Canceled; thrown after all results were returned.</exception>
    public virtual IAsyncEnumerable<SendResult> SendManyAsync(
        IAsyncEnumerable<Recipient> recipients,
        OutboundMessage message,
        SendManyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(message);
        return SendManyAsync(SendMany.ToAllAsync(recipients, message, CancellationToken.None), options, cancellationToken);
    }

    /// <inheritdoc cref="SendManyAsync(IAsyncEnumerable{Recipient}, OutboundMessage, SendManyOptions?, CancellationToken)"/>
    public virtual IAsyncEnumerable<SendResult> SendManyAsync(
        IEnumerable<Recipient> recipients,
        OutboundMessage message,
        SendManyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        return SendManyAsync(SendMany.ToAsync(recipients), message, options, cancellationToken);
    }

    /// <summary>The clock of the client.</summary>
    internal TimeProvider Time => _transport is null ? TimeProvider.System : _transport.Services.Time;

    /// <summary>The sending number; absent for a test double.</summary>
    internal PhoneNumberId From => _transport is null ? default : _transport.Account.PhoneNumberId;

    private async Task<MessageReceipt> SendOnceAsync(
        Recipient to, OutboundMessage message, SendOptions options, CancellationToken cancellationToken)
    {
        byte[] body = message.ToJson(to, options, out byte[] content);
        OnceReceipt once = await _once.SendAsync(
            _transport, to, options, content, token => PostAsync(to, message, body, token), cancellationToken).ConfigureAwait(false);
        once = once with { Receipt = Note(once.Receipt, message) };
        await _observers.NotifyAsync(once, _transport, to, message, options).ConfigureAwait(false);
        return once.Receipt;
    }

    // A message to one customer that needs no check is posted without an async state machine.
    private Task<MessageReceipt> PostAsync(Recipient to, OutboundMessage message, byte[] body, CancellationToken cancellationToken) =>
        _check?.Concerns(message) == true || to.Kind == RecipientKind.Group || message.Adjustments.Count > 0
            ? CheckAndSendAsync(to, message, body, cancellationToken)
            : _transport.CallAsync<MessageReceipt>(CallOf(to, message, body), cancellationToken);

    private async Task<MessageReceipt> CheckAndSendAsync(
        Recipient to, OutboundMessage message, byte[] body, CancellationToken cancellationToken)
    {
        IReadOnlyList<UnsendableProduct> unsendable = await CheckAsync(message, cancellationToken).ConfigureAwait(false);
        return Note(
            await _transport.CallAsync<MessageReceipt>(CallOf(to, message, body), cancellationToken).ConfigureAwait(false),
            to,
            message,
            unsendable);
    }

    private async ValueTask<IReadOnlyList<UnsendableProduct>> CheckAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        _check?.Concerns(message) == true ? await _check.CheckAsync(message, cancellationToken).ConfigureAwait(false) : [];

    private static MessageReceipt Note(
        MessageReceipt receipt, Recipient to, OutboundMessage message, IReadOnlyList<UnsendableProduct> unsendable) =>
        Note((unsendable.Count == 0 ? receipt : receipt with { UnsendableProducts = unsendable }).Of(to), message);

    // Also for a receipt from the ledger, which stores Meta's response.
    private static MessageReceipt Note(MessageReceipt receipt, OutboundMessage message) =>
        message.Adjustments.Count == 0 ? receipt : receipt with { Adjustments = message.Adjustments };

    private GraphCall CallOf(Recipient to, OutboundMessage message, byte[] body, bool keepsResponse = false)
    {
        GraphAccount account = _transport.Account;
        return new GraphCall
        {
            Operation = Send,
            Account = account,
            Method = HttpMethod.Post,
            Path = message.IsMarketing
                ? $"{account.RequirePhoneNumberId()}/marketing_messages"
                : $"{account.RequirePhoneNumberId()}/messages",
            Body = body,
            To = to,
            MessageKind = message.Kind,
            KeepsResponse = keepsResponse,
        };
    }

    /// <summary>Marks a message as read (blue ticks), and optionally shows a typing indicator.</summary>
    /// <remarks>
    /// Marks earlier messages as well. The typing indicator disappears with your reply, or after 25 seconds. Idempotent. Source: Meta,
    /// messages/mark-message-as-read; typing-indicators.
    /// </remarks>
    /// <param name="messageId">The id of the customer's message, from the webhook.</param>
    /// <param name="showTyping">Whether to show a typing indicator. Use it only if you are about to reply.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
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
        GraphCall call = _transport.Post(MarkAsRead, $"{_transport.Account.RequirePhoneNumberId()}/messages", body);
        await _transport.CallAsync<SuccessResponse>(call, cancellationToken).ConfigureAwait(false);
    }
}
