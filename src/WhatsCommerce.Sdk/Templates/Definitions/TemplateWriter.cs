namespace WhatsCommerce.Templates;

/// <summary>Writes a definition in Meta's format: components in the order in which the customer sees them.</summary>
internal readonly struct TemplateWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly bool _hasSmallLetters;

    private TemplateWriter(Utf8JsonWriter json, TemplateDefinition definition)
    {
        _json = json;
        _hasSmallLetters = definition.HasSmallLetters;
    }

    public static void Write(Utf8JsonWriter json, TemplateDefinition definition)
    {
        TemplateWriter writer = new(json, definition);
        json.WriteStartObject();
        json.WriteString("name"u8, definition.Name);
        json.WriteString("language"u8, definition.Language);
        writer.WriteWord("category", definition.Category.Value);
        writer.WriteWord("sub_category", definition.SubCategory.Value);
        writer.WriteWord("parameter_format", definition.ParameterFormat.Value);
        if (definition.AllowsCategoryChange is bool allows)
        {
            json.WriteBoolean("allow_category_change"u8, allows);
        }

        if (definition.TimeToLive is TimeSpan time)
        {
            json.WriteNumber("message_send_ttl_seconds"u8, (long)time.TotalSeconds);
        }

        writer.WriteComponents(definition.Components);
        json.WriteEndObject();
    }

    private void WriteComponents(TemplateComponents components)
    {
        _json.WriteStartArray("components"u8);
        WriteHeader(components.Header);
        WriteOffer(components.Offer);
        WriteBody(components.Body);
        WriteFooter(components.Footer);
        WriteButtons(components.Buttons);
        WriteCards(components.Cards);
        if (components.AsksToCall)
        {
            // Lower case on all of Meta's pages, even beside others in upper case.
            _json.WriteStartObject();
            _json.WriteString("type"u8, "call_permission_request"u8);
            _json.WriteEndObject();
        }

        foreach (JsonElement other in components.OtherComponents)
        {
            other.WriteTo(_json);
        }

        _json.WriteEndArray();
    }

    private void WriteHeader(TemplateHeader? header)
    {
        if (header is null)
        {
            return;
        }

        Begin("HEADER");
        WriteWord("format", header.Format.Value);
        WriteText(header, "header");
        if (header.ExampleHandle is string handle)
        {
            _json.WriteStartObject("example"u8);
            _json.WriteStartArray("header_handle"u8);
            _json.WriteStringValue(handle);
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        End(header.OtherFields);
    }

    private void WriteOffer(TemplateOffer? offer)
    {
        if (offer is null)
        {
            return;
        }

        Begin("LIMITED_TIME_OFFER");
        _json.WriteStartObject("limited_time_offer"u8);
        _json.WriteString("text"u8, offer.Text);
        _json.WriteBoolean("has_expiration"u8, offer.HasExpiration);
        _json.WriteEndObject();
        End(offer.OtherFields);
    }

    private void WriteBody(TemplateBody? body)
    {
        if (body is null)
        {
            return;
        }

        Begin("BODY");
        WriteText(body, "body");
        if (body.HasSecurityRecommendation)
        {
            _json.WriteBoolean("add_security_recommendation"u8, true);
        }

        End(body.OtherFields);
    }

    private void WriteFooter(TemplateFooter? footer)
    {
        if (footer is null)
        {
            return;
        }

        Begin("FOOTER");
        _json.WriteOptional("text"u8, footer.Text);
        if (footer.CodeExpirationMinutes is int minutes)
        {
            _json.WriteNumber("code_expiration_minutes"u8, minutes);
        }

        End(footer.OtherFields);
    }

    private void WriteButtons(IReadOnlyList<TemplateButtonDefinition> buttons)
    {
        if (buttons.Count == 0)
        {
            return;
        }

        Begin("BUTTONS");
        _json.WriteStartArray("buttons"u8);
        foreach (TemplateButtonDefinition button in buttons)
        {
            Begin(button.Type.Value);
            _json.WriteOptional("text"u8, button.Text);
            _json.WriteOptional("url"u8, button.Url);
            _json.WriteOptional("phone_number"u8, button.PhoneNumber);
            WriteExample(button);
            End(button.OtherFields);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    // The example of a code is a string, that of a URL a list of one.
    private void WriteExample(TemplateButtonDefinition button)
    {
        if (button.Type == TemplateButtonType.CopyCode)
        {
            _json.WriteOptional("example"u8, button.Example);
        }
        else if (button.Example is string example)
        {
            _json.WriteStartArray("example"u8);
            _json.WriteStringValue(example);
            _json.WriteEndArray();
        }
    }

    private void WriteCards(IReadOnlyList<TemplateComponents> cards)
    {
        if (cards.Count == 0)
        {
            return;
        }

        Begin("CAROUSEL");
        _json.WriteStartArray("cards"u8);
        foreach (TemplateComponents card in cards)
        {
            _json.WriteStartObject();
            WriteComponents(card);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    // The examples of a header are a list, those of a body a list of lists, and named ones a list of pairs.
    private void WriteText(TemplateTextComponent component, string part)
    {
        _json.WriteOptional("text"u8, component.Text);
        if (component.Examples.Count == 0)
        {
            return;
        }

        _json.WriteStartObject("example"u8);
        if (component.Examples[0].Name is not null)
        {
            _json.WriteStartArray($"{part}_text_named_params");
            foreach (TemplateExample example in component.Examples)
            {
                _json.WriteStartObject();
                _json.WriteString("param_name"u8, example.Name);
                _json.WriteString("example"u8, example.Text);
                _json.WriteEndObject();
            }
        }
        else
        {
            bool isNested = component is TemplateBody;
            _json.WriteStartArray($"{part}_text");
            if (isNested)
            {
                _json.WriteStartArray();
            }

            foreach (TemplateExample example in component.Examples)
            {
                _json.WriteStringValue(example.Text);
            }

            if (isNested)
            {
                _json.WriteEndArray();
            }
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Begin(string? type)
    {
        _json.WriteStartObject();
        WriteWord("type", type);
    }

    private void End(IReadOnlyDictionary<string, JsonElement> others)
    {
        foreach ((string name, JsonElement value) in others)
        {
            _json.WritePropertyName(name);
            value.WriteTo(_json);
        }

        _json.WriteEndObject();
    }

    private void WriteWord(string name, string? word)
    {
        if (word is not null)
        {
            _json.WriteString(name, _hasSmallLetters ? word.ToLowerInvariant() : word);
        }
    }
}
