namespace WhatsCommerce.Testing;

/// <summary>
/// Writes webhooks as Meta does, up to what a customer says and what becomes of a message to one, which <c>CustomerWebhooks</c> writes.
/// Source: Meta, webhooks/reference/messages.
/// </summary>
internal sealed class WebhookBodies(TimeProvider time, MessageIds ids)
{
    private const string ErrorCodes = "/documentation/business-messaging/whatsapp/support/error-codes";

    /// <summary>A status of a message to a group: of the group as a whole, or of one participant.</summary>
    public WebhookUpdate GroupStatus(
        EmulatedNumber number,
        string groupId,
        MessageId id,
        string status,
        string? callbackData,
        string? participant = null,
        string? participantUserId = null) =>
        Body(number, value => WriteStatus(value, id, status, callbackData, () =>
        {
            value.WriteString("recipient_id", groupId);
            value.WriteString("recipient_type", "group");
            if (participant is not null)
            {
                value.WriteString("recipient_participant_id", participant);
            }

            if (participantUserId is not null)
            {
                value.WriteString("recipient_participant_user_id", participantUserId);
            }
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
    public static WebhookUpdate UnknownField(EmulatedNumber number) =>
        Body(number, static value => value.WriteBoolean("is_new", true), "hologram_updates");

    /// <summary>The status of a template. Source: Meta, webhooks/reference/message_template_status_update.</summary>
    public static WebhookUpdate TemplateStatus(EmulatedNumber number, EmulatedTemplate template, string reason, DateTimeOffset at) =>
        Envelope(
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

    /// <summary>A display name that was approved. Source: Meta, webhooks/reference/phone_number_name_update.</summary>
    public static WebhookUpdate NameUpdate(EmulatedNumber number, string name, DateTimeOffset at) => Envelope(
        number,
        value =>
        {
            value.WriteString("display_phone_number", number.PhoneNumber.Digits);
            value.WriteString("decision", "APPROVED");
            value.WriteString("requested_verified_name", name);
            value.WriteNull("rejection_reason");
        },
        "phone_number_name_update",
        at);

    /// <summary>The call settings of a number, which have changed. Source: Meta, webhooks/reference/account_settings_update.</summary>
    public WebhookUpdate CallSettings(EmulatedNumber number, JsonElement calling) => Envelope(
        number,
        value =>
        {
            value.WriteString("messaging_product", "whatsapp");
            WriteTimestamp(value);
            value.WriteString("type", "phone_number_settings");
            value.WriteStartObject("phone_number_settings");
            value.WriteString("phone_number_id", number.Id.Value);
            value.WritePropertyName("calling");
            calling.WriteTo(value);
            value.WriteEndObject();
        },
        "account_settings_update");

    /// <summary>Who answers in a conversation of a number: without metadata, as the number is the recipient.</summary>
    public WebhookUpdate Handover(EmulatedNumber number, Action<Utf8JsonWriter> writeValue) => Envelope(
        number,
        value =>
        {
            value.WriteString("messaging_product", "whatsapp");
            WriteTimestamp(value);
            value.WriteStartObject("recipient");
            value.WriteString("display_phone_number", number.PhoneNumber.Digits);
            value.WriteString("phone_number_id", number.Id.Value);
            value.WriteEndObject();
            writeValue(value);
        },
        "messaging_handovers",
        time.GetUtcNow());

    public static WebhookUpdate Body(EmulatedNumber number, Action<Utf8JsonWriter> writeValue, string field = "messages") => Envelope(
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
    private static WebhookUpdate Envelope(
        EmulatedNumber number,
        Action<Utf8JsonWriter> writeValue,
        string field,
        DateTimeOffset? at = null) => new(number, MetaJson.Write(json =>
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

    /// <summary>Writes what has become of a message.</summary>
    public void WriteStatus(Utf8JsonWriter value, MessageId id, string status, string? callbackData, Action writeRest)
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

    public void WriteTimestamp(Utf8JsonWriter json) =>
        json.WriteString("timestamp", time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public static void WriteErrors(Utf8JsonWriter json, MetaError? error)
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
