namespace WhatsCommerce.Testing;

/// <summary>
/// Writes customers' messages and the statuses of messages to customers as webhooks of field <c>messages</c>. Source: Meta,
/// webhooks/reference/messages.
/// </summary>
internal sealed class CustomerWebhooks(CloudApiEmulatorOptions options, EmulatedNumber main, WebhookBodies bodies)
{
    /// <summary>A message of a customer, as in the webhook.</summary>
    public JsonElement MessageOf(
        EmulatedCustomer customer, MessageId id, string type, Action<Utf8JsonWriter> payload, Action<Utf8JsonWriter>? context)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter message = new(stream, MetaJson.Plain))
        {
            message.WriteStartObject();
            if (context is not null)
            {
                message.WriteStartObject("context");
                message.WriteString("from", options.PhoneNumber.Digits);
                context(message);
                message.WriteEndObject();
            }

            WriteNumber(message, "from", customer);

            if (ShowsUserId(customer))
            {
                message.WriteString("from_user_id", customer.UserId.Value);
            }

            message.WriteString("id", id.Value);
            bodies.WriteTimestamp(message);
            message.WriteString("type", type);
            message.WritePropertyName(type);
            payload(message);
            message.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }

    /// <summary>A webhook with a message of a customer.</summary>
    public WebhookUpdate Message(EmulatedCustomer customer, JsonElement message) =>
        WebhookBodies.Body(main, value =>
        {
            WriteContacts(value, customer);
            value.WriteStartArray("messages");
            message.WriteTo(value);
            value.WriteEndArray();
        });

    /// <summary>
    /// A standby copy of a customer's message that another app answers. Source: Meta, webhooks/reference/standby.
    /// </summary>
    public WebhookUpdate Standby(EmulatedCustomer customer, JsonElement message) => WebhookBodies.Body(
        main,
        value =>
        {
            value.WriteStartObject("standby");
            WriteContacts(value, customer);
            value.WriteStartArray("messages");
            message.WriteTo(value);
            value.WriteEndArray();
            value.WriteEndObject();
        },
        "standby");

    /// <summary>A handover of the conversation. Source: Meta, webhooks/reference/messaging_handovers.</summary>
    public WebhookUpdate Handover(EmulatedCustomer customer, string type, string? previous, string role, string? metadata) =>
        bodies.Handover(
            main,
            value =>
            {
                value.WriteString("type", type);
                value.WriteStartObject("sender");
                WriteNumber(value, "phone_number", customer);
                if (ShowsUserId(customer))
                {
                    value.WriteString("user_id", customer.UserId.Value);
                }

                value.WriteEndObject();
                value.WriteStartObject(type);
                if (previous is not null)
                {
                    value.WriteString("previous_owner_role", previous);
                }

                value.WriteString("new_owner_role", role);
                if (metadata is not null)
                {
                    value.WriteString("metadata", MetaJson.WellFormed(metadata));
                }

                value.WriteEndObject();
            });

    public WebhookUpdate Status(EmulatedCustomer customer, ReceivedMessage message, string status, MetaError? error = null) =>
        WebhookBodies.Body(message.Number, value =>
        {
            // Since user ids exist, sent, delivered and read statuses contain contacts; failed ones never do.
            if (options.IncludeUserIds && error is null)
            {
                WriteContacts(value, customer);
            }

            bodies.WriteStatus(value, message.Id, status, message.CallbackData, () =>
            {
                WriteNumber(value, "recipient_id", customer);

                if (ShowsUserId(customer))
                {
                    value.WriteString("recipient_user_id", customer.UserId.Value);
                }

                // The pricing is part of "sent" and of one of the next two statuses.
                if (status is "sent" or "delivered")
                {
                    string category = CategoryOf(message);
                    if (options.ConversationInStatuses)
                    {
                        WriteConversation(value, message, status, category);
                    }

                    WritePricing(value, category);
                }

                WebhookBodies.WriteErrors(value, error);
            });
        });

    /// <summary>
    /// A payment of an order that was requested by a message. Source: Meta, payments-in/pg and payments-br/orders,
    /// <c>statuses[].payment</c>.
    /// </summary>
    public WebhookUpdate Payment(EmulatedCustomer customer, ReceivedMessage order, Payment payment) =>
        WebhookBodies.Body(order.Number, value => bodies.WriteStatus(value, order.Id, payment.Status, order.CallbackData, () =>
        {
            WriteNumber(value, "recipient_id", customer);
            if (ShowsUserId(customer))
            {
                value.WriteString("recipient_user_id", customer.UserId.Value);
            }

            value.WriteString("type", "payment");
            value.WriteStartObject("payment");
            value.WriteString("reference_id", payment.ReferenceId);
            value.WriteStartObject("amount");
            value.WriteNumber("value", payment.Hundredths);
            value.WriteNumber("offset", 100);
            value.WriteEndObject();
            value.WriteString("currency", payment.Currency);
            WriteTransaction(value, payment);
            value.WriteEndObject();
        }));

    private static void WriteTransaction(Utf8JsonWriter value, Payment payment)
    {
        value.WriteStartObject("transaction");
        value.WriteString("id", payment.Number.ToString(CultureInfo.InvariantCulture));
        value.WriteString("type", payment.Currency == "INR" ? "upi" : "pix");
        value.WriteString("status", payment.Transaction);
        value.WriteNumber("created_timestamp", payment.Created.ToUnixTimeSeconds());
        value.WriteNumber("updated_timestamp", payment.Updated.ToUnixTimeSeconds());
        if (payment.Transaction == "failed")
        {
            value.WriteStartObject("error");
            value.WriteString("code", "payment_failed");
            value.WriteString("reason", "The customer's bank has declined the payment.");
            value.WriteEndObject();
        }

        value.WriteEndObject();
    }

    /// <summary>Writes the contacts.</summary>
    public void WriteContacts(Utf8JsonWriter value, EmulatedCustomer customer)
    {
        value.WriteStartArray("contacts");
        value.WriteStartObject();
        value.WriteStartObject("profile");
        value.WriteString("name", MetaJson.WellFormed(customer.Name));
        value.WriteEndObject();
        WriteNumber(value, "wa_id", customer);

        if (ShowsUserId(customer))
        {
            value.WriteString("user_id", customer.UserId.Value);
        }

        value.WriteEndObject();
        value.WriteEndArray();
    }

    /// <summary>Writes the customer's phone number, unless it is hidden.</summary>
    public void WriteNumber(Utf8JsonWriter json, string name, EmulatedCustomer customer)
    {
        if (customer.ShowsPhoneNumber)
        {
            json.WriteString(name, customer.PhoneNumber.Digits);
        }
        else if (options.WriteHiddenPhoneNumbersAsEmpty)
        {
            json.WriteString(name, "");
        }
    }

    /// <summary>
    /// Whether webhooks contain the user id: always for a customer who hides the phone number, otherwise according to the options.
    /// </summary>
    public bool ShowsUserId(EmulatedCustomer customer) => options.IncludeUserIds || !customer.ShowsPhoneNumber;

    // A template that the account does not have could be of any category; this is the most common one.
    private static string CategoryOf(ReceivedMessage message) =>
        message.Kind != "template"
            ? "service"
            : message.Number.Account.Templates.CategoryOf(message.Json)?.ToLowerInvariant() ?? "marketing";

    // Up to v23.0. Each message has its own conversation since pricing is per message; its expiration is part of "sent" only.
    private static void WriteConversation(Utf8JsonWriter json, ReceivedMessage message, string status, string category)
    {
        json.WriteStartObject("conversation");
        json.WriteString("id", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Id.Value!)).AsSpan(0, 16)));
        if (status == "sent")
        {
            json.WriteString(
                "expiration_timestamp",
                (message.At + CustomerServiceWindow.Length).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        json.WriteStartObject("origin");
        json.WriteString("type", category);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Within the 24-hour window all messages except templates are free.
    private static void WritePricing(Utf8JsonWriter json, string category)
    {
        bool isService = category == "service";
        json.WriteStartObject("pricing");
        json.WriteBoolean("billable", !isService);
        json.WriteString("pricing_model", "PMP");
        json.WriteString("type", isService ? "free_customer_service" : "regular");
        json.WriteString("category", category);
        json.WriteEndObject();
    }
}
