using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WhatsCommerce.Testing.Delivery;

/// <summary>Writes the webhooks of field <c>messages</c> as Meta does. Source: Meta, webhooks/reference/messages.</summary>
internal sealed class WebhookBodies(CloudApiEmulatorOptions options, EmulatedNumber main, MessageIds ids)
{
    private const string ErrorCodes = "/documentation/business-messaging/whatsapp/support/error-codes";

    /// <summary>A message of a customer as the webhook tells it.</summary>
    public JsonElement MessageOf(EmulatedCustomer customer, MessageId id, string type, Action<Utf8JsonWriter> payload, Action<Utf8JsonWriter>? context)
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

            if (customer.ShowsPhoneNumber)
            {
                message.WriteString("from", customer.PhoneNumber.Digits);
            }

            if (ShowsUserId(customer))
            {
                message.WriteString("from_user_id", customer.UserId.Value);
            }

            message.WriteString("id", id.Value);
            WriteTimestamp(message);
            message.WriteString("type", type);
            message.WritePropertyName(type);
            payload(message);
            message.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }

    /// <summary>A delivery with a message of a customer.</summary>
    public WebhookUpdate Message(EmulatedCustomer customer, JsonElement message) =>
        Body(main, value =>
        {
            WriteContacts(value, customer);
            value.WriteStartArray("messages");
            message.WriteTo(value);
            value.WriteEndArray();
        });

    /// <summary>A status of a message to one customer.</summary>
    public WebhookUpdate Status(EmulatedCustomer customer, ReceivedMessage message, string status, MetaError? error = null) =>
        Body(message.Number, value =>
        {
            // Contacts come with sent, delivered and read since user ids exist, never with failed.
            if (options.IncludeUserIds && error is null)
            {
                WriteContacts(value, customer);
            }

            WriteStatus(value, message.Id, status, message.CallbackData, () =>
            {
                if (customer.ShowsPhoneNumber)
                {
                    value.WriteString("recipient_id", customer.PhoneNumber.Digits);
                }

                if (ShowsUserId(customer))
                {
                    value.WriteString("recipient_user_id", customer.UserId.Value);
                }

                // The price is told with "sent" and with one of the next two.
                if (status is "sent" or "delivered")
                {
                    string category = CategoryOf(message);
                    if (options.ConversationInStatuses)
                    {
                        WriteConversation(value, message, status, category);
                    }

                    WritePricing(value, category);
                }

                WriteErrors(value, error);
            });
        });

    /// <summary>A status of a message to a group.</summary>
    public WebhookUpdate GroupStatus(EmulatedNumber number, string groupId, MessageId id, string status, string? callbackData) =>
        Body(number, value => WriteStatus(value, id, status, callbackData, () =>
        {
            value.WriteString("recipient_id", groupId);
            value.WriteString("recipient_type", "group");
        }));

    /// <summary>An error that concerns the number, not one message.</summary>
    public static WebhookUpdate Error(EmulatedNumber number, MetaError error) => Body(number, value => WriteErrors(value, error));

    /// <summary>A message of a type that nobody knows yet.</summary>
    public WebhookUpdate UnknownMessage(EmulatedNumber number) => Body(number, value =>
    {
        value.WriteStartArray("messages");
        value.WriteStartObject();
        value.WriteString("from", "16505550199");
        value.WriteString("id", ids.NextInbound().Value);
        WriteTimestamp(value);
        value.WriteString("type", "hologram");
        value.WriteStartObject("hologram");
        value.WriteNumber("depth", 3);
        value.WriteEndObject();
        value.WriteEndObject();
        value.WriteEndArray();
    });

    /// <summary>A field that nobody knows yet.</summary>
    public static WebhookUpdate UnknownField(EmulatedNumber number) => Body(number, static value => value.WriteBoolean("is_new", true), "hologram_updates");

    /// <summary>What has become of a template. Source: Meta, webhooks/reference/message_template_status_update.</summary>
    public static WebhookUpdate TemplateStatus(EmulatedNumber number, EmulatedTemplate template, string reason, DateTimeOffset at) => Envelope(
        number,
        value =>
        {
            value.WriteString("event", template.Status);
            value.WriteNumber("message_template_id", long.Parse(template.Id, CultureInfo.InvariantCulture));
            value.WriteString("message_template_name", template.Name);
            value.WriteString("message_template_language", template.Language);
            value.WriteString("reason", reason);
            value.WriteString("message_template_category", template.Category);
        },
        "message_template_status_update",
        at);

    private static WebhookUpdate Body(EmulatedNumber number, Action<Utf8JsonWriter> writeValue, string field = "messages") => Envelope(
        number,
        value =>
        {
            value.WriteString("messaging_product", "whatsapp");
            value.WriteStartObject("metadata");
            value.WriteString("display_phone_number", number.PhoneNumber.Digits);
            value.WriteString("phone_number_id", number.Id.Value);
            value.WriteEndObject();
            writeValue(value);
        },
        field);

    // Entries of the field messages carry no time in Meta's examples, those of other fields do.
    private static WebhookUpdate Envelope(EmulatedNumber number, Action<Utf8JsonWriter> writeValue, string field, DateTimeOffset? at = null) => new(number, MetaJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("object", "whatsapp_business_account");
        json.WriteStartArray("entry");
        json.WriteStartObject();
        json.WriteString("id", number.Account.Id.Value);
        if (at is { } time)
        {
            json.WriteNumber("time", time.ToUnixTimeSeconds());
        }

        json.WriteStartArray("changes");
        json.WriteStartObject();
        json.WriteStartObject("value");
        writeValue(json);
        json.WriteEndObject();
        json.WriteString("field", field);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private void WriteStatus(Utf8JsonWriter value, MessageId id, string status, string? callbackData, Action writeRest)
    {
        value.WriteStartArray("statuses");
        value.WriteStartObject();
        value.WriteString("id", id.Value);
        value.WriteString("status", status);
        WriteTimestamp(value);
        writeRest();
        if (callbackData is not null)
        {
            value.WriteString("biz_opaque_callback_data", MetaJson.WellFormed(callbackData));
        }

        value.WriteEndObject();
        value.WriteEndArray();
    }

    private void WriteContacts(Utf8JsonWriter value, EmulatedCustomer customer)
    {
        value.WriteStartArray("contacts");
        value.WriteStartObject();
        value.WriteStartObject("profile");
        value.WriteString("name", MetaJson.WellFormed(customer.Name));
        value.WriteEndObject();
        if (customer.ShowsPhoneNumber)
        {
            value.WriteString("wa_id", customer.PhoneNumber.Digits);
        }

        if (ShowsUserId(customer))
        {
            value.WriteString("user_id", customer.UserId.Value);
        }

        value.WriteEndObject();
        value.WriteEndArray();
    }

    // A customer who hides the phone number is known by the user id alone, whatever the options say.
    private bool ShowsUserId(EmulatedCustomer customer) => options.IncludeUserIds || !customer.ShowsPhoneNumber;

    private void WriteTimestamp(Utf8JsonWriter json) =>
        json.WriteString("timestamp", options.TimeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    // A template that the account does not keep could be of any category; most are of this one.
    private static string CategoryOf(ReceivedMessage message) =>
        message.Kind != "template" ? "service" : message.Number.Account.Templates.CategoryOf(message.Json)?.ToLowerInvariant() ?? "marketing";

    // Up to v23.0. Each message has a conversation of its own since prices are per message; when it ends is told with "sent" only.
    private static void WriteConversation(Utf8JsonWriter json, ReceivedMessage message, string status, string category)
    {
        json.WriteStartObject("conversation");
        json.WriteString("id", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Id.Value!)).AsSpan(0, 16)));
        if (status == "sent")
        {
            json.WriteString("expiration_timestamp", (message.At + TimeSpan.FromHours(24)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        json.WriteStartObject("origin");
        json.WriteString("type", category);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Inside the 24-hour window all but templates are free of charge.
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

    private static void WriteErrors(Utf8JsonWriter json, MetaError? error)
    {
        if (error is null)
        {
            return;
        }

        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteNumber("code", error.Code);
        json.WriteString("title", error.Title);
        json.WriteString("message", error.Title);
        json.WriteStartObject("error_data");
        json.WriteString("details", MetaJson.WellFormed(error.Details));
        json.WriteEndObject();
        json.WriteString("href", ErrorCodes);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}

/// <summary>An error as webhooks tell it.</summary>
internal sealed record MetaError(int Code, string Title, string Details);
