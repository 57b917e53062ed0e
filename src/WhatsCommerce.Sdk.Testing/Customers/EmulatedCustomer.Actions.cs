using WhatsCommerce.Testing.Judging.Media;

namespace WhatsCommerce.Testing;

/// <content>The actions of a customer.</content>
public sealed partial class EmulatedCustomer
{
    /// <summary>Sends a text to the business. Like every message of a customer, it opens the 24-hour window.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the text is still delivered.</param>
    /// <returns>The id of the customer's message.</returns>
    public Task<MessageId> SendTextAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return SendAsync("text", WriteBody(text), context: null, cancellationToken);
    }

    /// <summary>Replies to a message by quoting it.</summary>
    /// <param name="message">The id of the quoted message; one of the customer's <see cref="Chat"/>.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the text is still delivered.</param>
    /// <returns>The id of the customer's message.</returns>
    /// <exception cref="ArgumentException">The customer does not have the message.</exception>
    public Task<MessageId> ReplyToAsync(MessageId message, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return SendAsync("text", WriteBody(text), Quote(Find<ChatEntry>(message)), cancellationToken);
    }

    /// <summary>
    /// Asks about an item, like "Message business" on its product page. The webhook contains the item in <c>context.referred_product</c>.
    /// </summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="text">The question.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the question is still delivered.</param>
    /// <returns>The id of the customer's message.</returns>
    /// <exception cref="ArgumentException">The catalog does not contain the item.</exception>
    /// <exception cref="InvalidOperationException">No catalog is connected, or it is hidden.</exception>
    public Task<MessageId> AskAboutAsync(RetailerId retailerId, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        EmulatedCatalog catalog = _shop.Open();
        LookAt(retailerId);
        return SendAsync(
            "text",
            WriteBody(text),
            context =>
            {
                WriteQuoted(context, MessageIds.ProductInquiry);
                context.WriteStartObject("referred_product");
                context.WriteString("catalog_id", catalog.Id.Value);
                context.WriteString("product_retailer_id", retailerId.Value);
                context.WriteEndObject();
            },
            cancellationToken);
    }

    /// <summary>
    /// Sends a cart with a single call; the business receives an order message. Each line claims a price: the specified one, or the
    /// catalog's when the customer looked at the item, or the current one. The business must not trust it. To fill a cart step by step like
    /// a person, see <see cref="EmulatedDevice.Cart"/>.
    /// </summary>
    /// <param name="items">The lines of the cart, at least one: <c>[("apple-1kg", 2), "banana-1kg"]</c>.</param>
    /// <param name="note">The customer's note.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the cart is still delivered.</param>
    /// <returns>The id of the customer's message, which identifies the order for the business.</returns>
    /// <exception cref="ArgumentException">
    /// The cart is empty, contains an item twice, or contains an item without a claimed price that the customer has never seen and cannot
    /// see.
    /// </exception>
    public Task<MessageId> SendCartAsync(IEnumerable<CartItem> items, string? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        CartItem[] cart = [.. items];
        EmulatedCatalog catalog = _shop.Catalog ?? _shop.FirstCatalog;
        EmulatedCartLine[] lines = ClaimedLines.Of(cart, catalog, Phone);
        Phone.Forget();
        return SendOrderAsync(catalog, lines, note, cancellationToken);
    }

    /// <summary>Reacts to a message with an emoji, or removes the reaction.</summary>
    /// <param name="message">The id of the message; one of the customer's <see cref="Chat"/>.</param>
    /// <param name="emoji">The emoji; <see langword="null"/> or empty removes the reaction.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the reaction is still delivered.</param>
    /// <returns>The id of the customer's reaction.</returns>
    /// <exception cref="ArgumentException">The customer does not have the message.</exception>
    public Task<MessageId> ReactAsync(MessageId message, string? emoji, CancellationToken cancellationToken = default)
    {
        MessageId target = Find<ChatEntry>(message).Id;
        return SendAsync(
            "reaction",
            reaction =>
            {
                reaction.WriteStartObject();
                reaction.WriteString("message_id", target.Value);
                if (!string.IsNullOrEmpty(emoji))
                {
                    reaction.WriteString("emoji", MetaJson.WellFormed(emoji));
                }

                reaction.WriteEndObject();
            },
            context: null,
            cancellationToken);
    }

    /// <summary>Presses a reply button of a message, or a quick reply of a template.</summary>
    /// <param name="message">The id of the message.</param>
    /// <param name="button">The id of the button; for a template's quick reply, its payload, or its text if it has no payload.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the reply is still delivered.</param>
    /// <returns>The id of the customer's reply.</returns>
    /// <exception cref="ArgumentException">
    /// The customer does not have the message, or it does not have the button; the exception lists its buttons.
    /// </exception>
    public Task<MessageId> PressAsync(MessageId message, string button, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(button);
        ReceivedMessage received = Find<ReceivedMessage>(message);
        Choice choice = Choices.Find(Choices.Buttons(received, TemplateOf(received)), button, "button", nameof(button));
        return received.Kind == "template"
            ? SendAsync(
                "button",
                json =>
                {
                    json.WriteStartObject();
                    json.WriteString("payload", choice.Id);
                    json.WriteString("text", choice.Title);
                    json.WriteEndObject();
                },
                Quote(received),
                cancellationToken)
            : SendInteractiveAsync("button_reply", received, choice.WriteTo, cancellationToken);
    }

    /// <summary>Chooses a row of a list message.</summary>
    /// <param name="message">The id of the message.</param>
    /// <param name="row">The id of the row.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the reply is still delivered.</param>
    /// <returns>The id of the customer's reply.</returns>
    /// <exception cref="ArgumentException">
    /// The customer does not have the message, or it does not have the row; the exception lists its rows.
    /// </exception>
    public Task<MessageId> ChooseAsync(MessageId message, string row, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(row);
        ReceivedMessage received = Find<ReceivedMessage>(message);
        Choice choice = Choices.Find(Choices.Rows(received), row, "row", nameof(row));
        return SendInteractiveAsync("list_reply", received, choice.WriteTo, cancellationToken);
    }

    /// <summary>Fills in a flow or an address form and sends it (<c>nfm_reply</c>).</summary>
    /// <param name="message">The id of the message with the form.</param> <param name="response">What the customer filled in, a JSON
    /// object.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the reply is still delivered.</param>
    /// <returns>The id of the customer's reply.</returns>
    /// <exception cref="ArgumentException">
    /// The customer does not have the message, it has no form, or the response is not a JSON object.
    /// </exception>
    public Task<MessageId> SubmitFormAsync(MessageId message, JsonElement response, CancellationToken cancellationToken = default)
    {
        ReceivedMessage received = Find<ReceivedMessage>(message);
        bool isAddress = received.Kind == "interactive.address_message";
        if (!isAddress && received.Kind is not ("interactive.flow" or "template"))
        {
            throw new ArgumentException(
                $"The message is a {received.Kind}: only flows and address messages ask for a form.", nameof(message));
        }

        if (response.ValueKind is not JsonValueKind.Object)
        {
            throw new ArgumentException("The response of a form is a JSON object.", nameof(response));
        }

        return SendInteractiveAsync(
            "nfm_reply",
            received,
            reply =>
            {
                reply.WriteString("response_json", MetaJson.WellFormed(response.GetRawText()));
                reply.WriteString("body", isAddress ? "Address" : "Sent");
                reply.WriteString("name", isAddress ? "address_message" : "flow");
            },
            cancellationToken);
    }

    /// <summary>Shares a location.</summary>
    /// <param name="latitude">The latitude in degrees north, -90 to 90.</param>
    /// <param name="longitude">The longitude in degrees east, -180 to 180.</param>
    /// <param name="name">The name of the location.</param>
    /// <param name="address">The address of the location.</param>
    /// <param name="replyTo">The id of the message that requested the location, if any.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the location is still delivered.</param>
    /// <returns>The id of the customer's message.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is outside its range.</exception>
    public Task<MessageId> ShareLocationAsync(
        decimal latitude,
        decimal longitude,
        string? name = null,
        string? address = null,
        MessageId replyTo = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(latitude), 90, nameof(latitude));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(longitude), 180, nameof(longitude));
        return SendAsync(
            "location",
            location =>
            {
                location.WriteStartObject();
                WriteUnlessAbsent(location, "address", address);
                location.WriteNumber("latitude", latitude);
                location.WriteNumber("longitude", longitude);
                WriteUnlessAbsent(location, "name", name);
                location.WriteEndObject();
            },
            replyTo.HasValue ? Quote(Find<ChatEntry>(replyTo)) : null,
            cancellationToken);
    }

    /// <summary>Sends a picture. The business downloads it with the id or URL in the webhook.</summary>
    /// <param name="content">The content; at most 5 MB.</param>
    /// <param name="mimeType">image/jpeg or image/png.</param>
    /// <param name="caption">The caption.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the picture is still delivered.</param>
    /// <returns>The id of the customer's message.</returns>
    /// <exception cref="ArgumentException">The picture is empty, too large, or of another type.</exception>
    public Task<MessageId> SendImageAsync(
        ReadOnlyMemory<byte> content, string mimeType = "image/jpeg", string? caption = null, CancellationToken cancellationToken = default)
    {
        if (mimeType is not ("image/jpeg" or "image/png"))
        {
            throw new ArgumentException($"A picture is of type image/jpeg or image/png, not '{mimeType}'.", nameof(mimeType));
        }

        if (MediaUploadRules.Judge(content.Span, mimeType, null, out _) is { } refusal)
        {
            throw new ArgumentException(
                content.IsEmpty ? "The picture is empty." : refusal.UserMessage ?? refusal.Message, nameof(content));
        }

        (EmulatedMedia media, Uri address) = _outbox.Upload(content.ToArray(), mimeType);
        return SendAsync(
            "image",
            image =>
            {
                image.WriteStartObject();
                WriteUnlessAbsent(image, "caption", caption);
                image.WriteString("mime_type", mimeType);
                image.WriteString("sha256", Convert.ToBase64String(Convert.FromHexString(media.Sha256)));
                image.WriteString("id", media.Id.Value);
                image.WriteString("url", address.ToString());
                image.WriteEndObject();
            },
            context: null,
            cancellationToken);
    }

    /// <summary>Shares the customer's own contact in reply to a request of the business.</summary>
    /// <param name="message">The id of the message that requests it.</param> <param name="cancellationToken">Stops waiting for the
    /// callback; the contact is still delivered.</param>
    /// <returns>The id of the customer's message.</returns>
    /// <exception cref="ArgumentException">The customer does not have the message.</exception>
    /// <exception cref="InvalidOperationException">The customer has no phone number to share.</exception>
    public Task<MessageId> ShareContactAsync(MessageId message, CancellationToken cancellationToken = default)
    {
        ReceivedMessage received = Find<ReceivedMessage>(message);
        string digits = PhoneNumber.Digits ?? throw new InvalidOperationException("The customer has no phone number to share.");
        return SendAsync("contacts", contacts => ContactCard.Write(contacts, Name, digits), Quote(received), cancellationToken);
    }

    /// <summary>
    /// Forwards a product message to another customer, who can open its products. The business is not notified. A template cannot be
    /// forwarded.
    /// </summary>
    /// <param name="message">The id of the message: a catalog message, a product, a product list or a carousel.</param>
    /// <param name="to">The other customer.</param>
    /// <returns>The message in the other customer's chat.</returns>
    /// <exception cref="ArgumentException">
    /// The customer does not have the message, it cannot be forwarded, or both customers are the same.
    /// </exception>
    public ForwardedMessage Forward(MessageId message, EmulatedCustomer to)
    {
        ArgumentNullException.ThrowIfNull(to);
        ChatEntry entry = Find<ChatEntry>(message);
        ReceivedMessage? original = entry as ReceivedMessage ?? (entry as ForwardedMessage)?.Original;
        if (original?.Kind is not ("interactive.catalog_message" or "interactive.product"
            or "interactive.product_list" or "interactive.carousel"))
        {
            throw new ArgumentException($"A {entry.Kind} cannot be forwarded here; product messages can.", nameof(message));
        }

        if (to == this)
        {
            throw new ArgumentException("A message is forwarded to somebody else.", nameof(to));
        }

        ForwardedMessage forwarded = new(_outbox.Ids.NextInbound(), _outbox.Now, original, this);
        _book.Accept(to, forwarded);
        return forwarded;
    }

    internal Task<MessageId> SendOrderAsync(
        EmulatedCatalog catalog, IReadOnlyList<EmulatedCartLine> lines, string? note, CancellationToken cancellationToken) =>
        SendAsync("order", order => OrderJson.Write(order, catalog.Id, lines, note), context: null, cancellationToken);

    private Task<MessageId> SendInteractiveAsync(
        string type, ReceivedMessage answered, Action<Utf8JsonWriter> reply, CancellationToken cancellationToken) =>
        SendAsync(
            "interactive",
            interactive =>
            {
                interactive.WriteStartObject();
                interactive.WriteString("type", type);
                interactive.WriteStartObject(type);
                reply(interactive);
                interactive.WriteEndObject();
                interactive.WriteEndObject();
            },
            Quote(answered),
            cancellationToken);

    private async Task<MessageId> SendAsync(
        string type, Action<Utf8JsonWriter> payload, Action<Utf8JsonWriter>? context, CancellationToken cancellationToken)
    {
        CustomerMessage message = _outbox.Write(this, type, payload, context);
        _book.Accept(this, message);
        if (_outbox.IsBlocked(this))
        {
            // The message is not delivered, and keeps a single check mark, as in WhatsApp.
            return message.Id;
        }

        Task delivery;
        lock (_gate)
        {
            _lastWrote = message.At;
            delivery = _outbox.Send(this, message, type, IsObservedOnly());
        }

        _changes.Customers();
        _ = MarkDeliveredAsync(message, delivery);
        await delivery.WaitAsync(cancellationToken).ConfigureAwait(false);
        return message.Id;
    }

    private async Task MarkDeliveredAsync(CustomerMessage message, Task delivery)
    {
        await delivery.ConfigureAwait(false);
        lock (_gate)
        {
            if (_outbox.HasCallback && message.Reach("delivered"))
            {
                Touch(message);
            }
        }
    }

    private TEntry Find<TEntry>(MessageId id)
        where TEntry : ChatEntry
    {
        lock (_gate)
        {
            return _chat.OfType<TEntry>().LastOrDefault(entry => entry.Id == id)
                ?? throw new ArgumentException($"The customer has no such message '{id}' in the chat.", nameof(id));
        }
    }

    private static byte[]? TemplateOf(ReceivedMessage message)
    {
        JsonElement? template = ((JsonElement?)message.Json).Member("template");
        return message.Number.Account.Templates.FindEntry(
            template.TextMember("name"), template.Member("language").TextMember("code"))?.Components;
    }

    private static Action<Utf8JsonWriter> Quote(ChatEntry entry) => context => WriteQuoted(context, entry.Id);

    private static void WriteQuoted(Utf8JsonWriter context, MessageId id) => context.WriteString("id", id.Value);

    private static Action<Utf8JsonWriter> WriteBody(string text) => json =>
    {
        json.WriteStartObject();
        json.WriteString("body", MetaJson.WellFormed(text));
        json.WriteEndObject();
    };

    private static void WriteUnlessAbsent(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, MetaJson.WellFormed(value));
        }
    }
}
