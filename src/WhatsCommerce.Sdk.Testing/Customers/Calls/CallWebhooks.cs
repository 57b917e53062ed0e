namespace WhatsCommerce.Testing;

/// <summary>Writes call events as webhooks of field <c>calls</c>. Source: Meta, calling/reference.</summary>
internal sealed class CallWebhooks(CustomerWebhooks customers, WebhookBodies bodies)
{
    /// <summary>A connect event: with the offer of a customer who calls, or the answer of one who is called.</summary>
    public WebhookUpdate Connect(EmulatedCall call) => Call(call, "connect", json =>
    {
        WriteUnlessAbsent(json, "deeplink_payload", call.LinkPayload);
        WriteUnlessAbsent(json, "cta_payload", call.ButtonPayload);
        json.WriteStartObject("session");
        json.WriteString("sdp_type", call.IsFromCustomer ? "offer" : "answer");
        json.WriteString("sdp", call.Sdp);
        json.WriteEndObject();
    });

    /// <summary>A terminate event. Meta reports the call as completed even when nobody answered.</summary>
    public WebhookUpdate Terminate(EmulatedCall call) => Call(call, "terminate", json =>
    {
        WriteUnlessAbsent(json, "deeplink_payload", call.LinkPayload);
        WriteUnlessAbsent(json, "cta_payload", call.ButtonPayload);
        json.WriteString("status", "COMPLETED");
        if (call.AnsweredAt is { } from && call.EndedAt is { } to)
        {
            json.WriteString("start_time", Seconds(from));
            json.WriteString("end_time", Seconds(to));
            json.WriteNumber("duration", (long)call.Duration!.Value.TotalSeconds);
        }
    });

    /// <summary>The status of a call of the business: RINGING, ACCEPTED or REJECTED.</summary>
    public WebhookUpdate Status(EmulatedCall call, string status) => WebhookBodies.Body(
        call.Number,
        value =>
        {
            value.WriteStartArray("statuses");
            value.WriteStartObject();
            value.WriteString("id", call.Id);
            bodies.WriteTimestamp(value);
            value.WriteString("type", "call");
            value.WriteString("status", status);
            customers.WriteNumber(value, "recipient_id", call.Customer);
            if (customers.ShowsUserId(call.Customer))
            {
                value.WriteString("recipient_user_id", call.Customer.UserId.Value);
            }

            WriteUnlessAbsent(value, "biz_opaque_callback_data", call.CallbackData);
            value.WriteEndObject();
            value.WriteEndArray();
        },
        "calls");

    private WebhookUpdate Call(EmulatedCall call, string kind, Action<Utf8JsonWriter> writeRest) => WebhookBodies.Body(
        call.Number,
        value =>
        {
            customers.WriteContacts(value, call.Customer);
            value.WriteStartArray("calls");
            value.WriteStartObject();
            value.WriteString("id", call.Id);
            WriteParties(value, call);
            value.WriteString("event", kind);
            bodies.WriteTimestamp(value);
            value.WriteString("direction", call.IsFromCustomer ? "USER_INITIATED" : "BUSINESS_INITIATED");
            writeRest(value);
            WriteUnlessAbsent(value, "biz_opaque_callback_data", call.CallbackData);
            value.WriteEndObject();
            value.WriteEndArray();
        },
        "calls");

    private void WriteParties(Utf8JsonWriter value, EmulatedCall call)
    {
        (string customer, string business) = call.IsFromCustomer ? ("from", "to") : ("to", "from");
        customers.WriteNumber(value, customer, call.Customer);
        if (customers.ShowsUserId(call.Customer))
        {
            value.WriteString(customer + "_user_id", call.Customer.UserId.Value);
        }

        value.WriteString(business, call.Number.PhoneNumber.Digits);
    }

    private static void WriteUnlessAbsent(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, MetaJson.WellFormed(value));
        }
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
