namespace WhatsCommerce.Messages;

// The parameter types of buttons.

/// <summary>The payload that is returned when a quick reply is tapped, or in the events of a call.</summary>
internal sealed class TemplatePayloadPart(string? payload, int limit = int.MaxValue) : TemplatePart
{
    public override string Type => "payload";

    public override void Validate(Violations violations, TemplateParameterNames names) =>
        violations.RequireText("payload", payload, limit, "The payload");

    protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("payload"u8, payload);
}

/// <summary>The suffix of the URL of a button.</summary>
internal sealed class TemplateUrlPart(string? suffix, bool paymentLinkPreview) : TemplatePart
{
    public override string Type => "text";

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.RequireText("text", suffix, MessageLimits.TemplateUrl, "The end of the button's address");
        violations.RequireOneLine("text", suffix);
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("text"u8, suffix);
        if (paymentLinkPreview)
        {
            writer.WriteBoolean("payment_link_preview"u8, true);
        }
    }
}

/// <summary>The code that a button copies.</summary>
internal sealed class TemplateCouponPart(string? code) : TemplatePart
{
    public override string Type => "coupon_code";

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.RequireText("coupon_code", code, MessageLimits.CouponCode, "The coupon code");
        violations.RequireOneLine("coupon_code", code);
    }

    protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("coupon_code"u8, code);
}

/// <summary>How long the call button works.</summary>
internal sealed class TemplateTimeToLivePart(TimeSpan timeToLive) : TemplatePart
{
    public override string Type => "ttl_minutes";

    public override void Validate(Violations violations, TemplateParameterNames names) =>
        violations.RequireRange(
            "ttl_minutes", Math.Floor(timeToLive.TotalMinutes), 1, MessageLimits.CallButtonMinutes, "The number of minutes");

    protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteNumber("ttl_minutes"u8, (int)timeToLive.TotalMinutes);
}

/// <summary>Opens the catalog, or a list of its products.</summary>
internal sealed class TemplateCatalogPart(RetailerId thumbnail, ImmutableArray<ProductSection>? sections) : TemplatePart
{
    public override string Type => "action";

    public override IEnumerable<RetailerId> Products => sections?.SelectMany(section => section.Products) ?? [];

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.Enter("action");
        violations.RequireRetailerId("thumbnail_product_retailer_id", thumbnail);
        if (sections is { } given)
        {
            ProductSection.Validate(violations, given);
        }

        violations.Leave();
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("action"u8);
        writer.WriteString("thumbnail_product_retailer_id"u8, thumbnail.Value);
        if (sections is { } given)
        {
            ProductSection.Write(writer, given);
        }

        writer.WriteEndObject();
    }
}

/// <summary>Opens a flow.</summary>
internal sealed class TemplateFlowPart(string? token, JsonElement? data) : TemplatePart
{
    public override string Type => "action";

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.AllowText("action.flow_token", token, "The token");
        if (data is not JsonElement given)
        {
            return;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            violations.Add(
                "action.flow_action_data", ViolationRule.Format, "The data of a flow is a JSON object; leave it out if there is none.");
        }
        else
        {
            violations.RequireWritable("action.flow_action_data", given, "The data of the flow");
        }
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("action"u8);
        if (!string.IsNullOrEmpty(token))
        {
            writer.WriteString("flow_token"u8, token);
        }

        if (data is JsonElement given)
        {
            writer.WritePropertyName("flow_action_data"u8);
            given.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}

/// <summary>Opens an order to be paid.</summary>
internal sealed class TemplateOrderPart(OrderDetails order) : TemplatePart
{
    private const string Place = "action.order_details";

    public static TemplateOrderPart From(string? referenceId, Action<OrderDetailsBuilder> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        OrderDetailsBuilder builder = new(referenceId);
        order(builder);
        return new(builder.ToOrder());
    }

    public override string Type => "action";

    public override IEnumerable<RetailerId> Products => order.Products;

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.Enter(Place);
        order.Validate(violations);
        violations.Leave();
    }

    public override void ValidateAtSend(Violations violations)
    {
        violations.Enter(Place);
        order.ValidateExpiration(violations);
        violations.Leave();
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("action"u8);
        writer.WriteStartObject("order_details"u8);
        order.WriteMembers(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

/// <summary>Asks for a payment.</summary>
internal sealed class TemplatePaymentRequestPart(PaymentSetting setting) : TemplatePart
{
    private const string Place = "action.payment_request.payment_setting";

    public override string Type => "action";

    /// <summary>The payment option, by its type on the wire.</summary>
    public string Way => setting.Type;

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.Enter(Place);
        setting.ValidateRequest(violations);
        violations.Leave();
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("action"u8);
        writer.WriteStartObject("payment_request"u8);
        writer.WritePropertyName("payment_setting"u8);
        setting.Write(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

/// <summary>The one-time password of an authentication template, which stands in its body and in its button.</summary>
internal sealed class TemplateOneTimePasswordPart(string? code) : TemplatePart
{
    public override string Type => "text";

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.RequireText("text", code, MessageLimits.OneTimePassword, "The one-time password");
        violations.RequireOneLine("text", code);
    }

    protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("text"u8, code);
}
