namespace WhatsCommerce.Messages;

// The parameter types of headers, offers and orders; those of buttons are in TemplateButtonParts.cs.

/// <summary>A picture, a video or a document above the body.</summary>
internal sealed class TemplateMediaPart(string type, MediaSource media, string? fileName = null) : TemplatePart
{
    public override string Type => type;

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        media.Validate(violations, type, $"The {type} of the header");
        violations.AllowText($"{type}.filename", fileName, MessageLimits.DocumentFileName, "The file name");
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(type);
        media.Write(writer);
        if (!string.IsNullOrEmpty(fileName))
        {
            writer.WriteString("filename"u8, fileName);
        }

        writer.WriteEndObject();
    }
}

/// <summary>A place on the map above the body.</summary>
internal sealed class TemplateLocationPart(double latitude, double longitude, string? name, string? address) : TemplatePart
{
    private const int MaxLatitude = 90;
    private const int MaxLongitude = 180;

    public override string Type => "location";

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.RequireRange("location.latitude", latitude, -MaxLatitude, MaxLatitude, "The latitude");
        violations.RequireRange("location.longitude", longitude, -MaxLongitude, MaxLongitude, "The longitude");
        violations.AllowText("location.name", name, MessageLimits.LocationName, "The name");
        violations.AllowText("location.address", address, MessageLimits.LocationAddress, "The address");
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("location"u8);
        writer.WriteNumber("latitude"u8, latitude);
        writer.WriteNumber("longitude"u8, longitude);
        if (!string.IsNullOrEmpty(name))
        {
            writer.WriteString("name"u8, name);
        }

        if (!string.IsNullOrEmpty(address))
        {
            writer.WriteString("address"u8, address);
        }

        writer.WriteEndObject();
    }
}

/// <summary>A product above the body.</summary>
internal sealed class TemplateProductPart(CatalogId catalogId, RetailerId retailerId) : TemplatePart
{
    public override string Type => "product";

    public override IEnumerable<RetailerId> Products => [retailerId];

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.RequireRetailerId("product.product_retailer_id", retailerId);
        violations.RequireCatalogId("product.catalog_id", catalogId);
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("product"u8);
        writer.WriteString("product_retailer_id"u8, retailerId.Value);
        writer.WriteString("catalog_id"u8, catalogId.Value);
        writer.WriteEndObject();
    }
}

/// <summary>When a limited-time offer ends.</summary>
internal sealed class TemplateOfferPart(DateTimeOffset expiresAt) : TemplatePart
{
    public override string Type => "limited_time_offer";

    public override void Validate(Violations violations, TemplateParameterNames names) => ValidateAtSend(violations);

    public override void ValidateAtSend(Violations violations)
    {
        if (expiresAt <= violations.Now)
        {
            violations.Add("limited_time_offer.expiration_time_ms", ViolationRule.Range, string.Create(CultureInfo.InvariantCulture,
                $"The offer ended at {expiresAt.UtcDateTime:u}; use a time that is in the future when the message is sent."));
        }
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("limited_time_offer"u8);
        writer.WriteNumber("expiration_time_ms"u8, expiresAt.ToUnixTimeMilliseconds());
        writer.WriteEndObject();
    }
}

/// <summary>The status of an order.</summary>
internal sealed class TemplateOrderStatusPart(OrderStatusUpdate update) : TemplatePart
{
    public override string Type => "order_status";

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.Enter("order_status");
        update.Validate(violations);
        violations.Leave();
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("order_status"u8);
        update.WriteMembers(writer);
        writer.WriteEndObject();
    }
}

/// <summary>The URL that a tap on the message itself opens.</summary>
internal sealed class TemplateTapTargetPart(string? url, string? title) : TemplatePart
{
    public override string Type => "tap_target_configuration";

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.RequireUrl("tap_target_configuration[0].url", url, "The tap target");
        violations.RequireText("tap_target_configuration[0].title", title, "The title of the tap target");
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("tap_target_configuration"u8);
        writer.WriteStartObject();
        writer.WriteString("url"u8, url);
        writer.WriteString("title"u8, title);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
