namespace WhatsCommerce.Messages;

/// <summary>One object of <c>components[]</c>: a header, a body, a button, an offer, a carousel.</summary>
internal abstract class TemplateComponent(string type)
{
    public static TemplateParametersComponent Of(string type, TemplatePart parameter) => new(type, [parameter]);

    public static TemplateParametersComponent Header(TemplatePart parameter) => Of("header", parameter);

    /// <summary>Creates a body; <see langword="null"/> for one without variables, which is not sent.</summary>
    public static TemplateParametersComponent? Body(ReadOnlySpan<TemplateParameter> parameters)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>(parameters.Length);
        foreach (TemplateParameter parameter in parameters)
        {
            parts.Add((parameter ?? TemplateParameter.Text(null)).ToPart(MessageLimits.TemplateParameterText));
        }

        return parts.Count == 0 ? null : new("body", parts.MoveToImmutable());
    }

    public static TemplateParametersComponent Button(string subType, int index, ReadOnlySpan<TemplatePart> parameters) =>
        new("button", [.. parameters]) { SubType = subType, Index = index };

    /// <summary>The type on the wire.</summary>
    public string Type => type;

    /// <summary>The products that the component shows.</summary>
    public abstract IEnumerable<RetailerId> Products { get; }

    /// <summary>Returns the component with its variables on one line each.</summary>
    /// <param name="place">The path of the component.</param>
    /// <param name="changed">Called with the path of each changed text.</param>
    /// <returns>The same instance when unchanged.</returns>
    public abstract TemplateComponent Flatten(string place, Action<string> changed);

    /// <summary>Checks it; paths are below the component.</summary>
    public abstract void Validate(Violations violations, TemplateParameterNames names);

    /// <summary>Checks what may have expired since the message was built.</summary>
    public abstract void ValidateAtSend(Violations violations);

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    protected abstract void WriteMembers(Utf8JsonWriter writer);
}

/// <summary>A component with parameters; a button also has a type and an index.</summary>
internal sealed class TemplateParametersComponent(string type, ImmutableArray<TemplatePart> parameters) : TemplateComponent(type)
{
    /// <summary>The type of a button.</summary>
    public string? SubType { get; init; }

    /// <summary>The position of a button in the template.</summary>
    public int Index { get; init; }

    /// <summary>The parameters.</summary>
    public ImmutableArray<TemplatePart> Parameters => parameters;

    /// <summary>The type of the first parameter, which distinguishes kinds of headers.</summary>
    public string? Kind => parameters.IsEmpty ? null : parameters[0].Type;

    public override IEnumerable<RetailerId> Products => parameters.SelectMany(parameter => parameter.Products);

    public override TemplateParametersComponent Flatten(string place, Action<string> changed)
    {
        bool isChanged = false;
        ImmutableArray<TemplatePart>.Builder flat = ImmutableArray.CreateBuilder<TemplatePart>(parameters.Length);
        for (int i = 0; i < parameters.Length; i++)
        {
            TemplatePart part = parameters[i].Flatten();
            flat.Add(part);
            if (!ReferenceEquals(part, parameters[i]))
            {
                isChanged = true;
                changed(string.Create(CultureInfo.InvariantCulture, $"{place}.parameters[{i}].{part.FlatPath}"));
            }
        }

        return isChanged ? new TemplateParametersComponent(Type, flat.MoveToImmutable()) { SubType = SubType, Index = Index } : this;
    }

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        names.Begin();
        for (int i = 0; i < parameters.Length; i++)
        {
            violations.Enter(new("parameters[{0}]", i));
            parameters[i].Validate(violations, names);
            violations.Leave();
        }
    }

    public override void ValidateAtSend(Violations violations)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            violations.Enter(new("parameters[{0}]", i));
            parameters[i].ValidateAtSend(violations);
            violations.Leave();
        }
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        if (SubType is not null)
        {
            writer.WriteString("sub_type"u8, SubType);

            // A string: Meta's pages also show numbers, but the OpenAPI contract requires a string.
            writer.WriteString("index"u8, Index.ToString(CultureInfo.InvariantCulture));
        }

        if (!parameters.IsEmpty)
        {
            writer.WriteStartArray("parameters"u8);
            foreach (TemplatePart parameter in parameters)
            {
                parameter.Write(writer);
            }

            writer.WriteEndArray();
        }
    }
}

internal sealed class TemplateCarouselComponent(ImmutableArray<TemplateContent> cards) : TemplateComponent("carousel")
{
    public ImmutableArray<TemplateContent> Cards => cards;

    public override IEnumerable<RetailerId> Products => cards.SelectMany(card => card.Products);

    public override TemplateComponent Flatten(string place, Action<string> changed) => new TemplateCarouselComponent(
        [
            .. cards.Select((card, i) =>
                card.Flatten(string.Create(CultureInfo.InvariantCulture, $"{place}.cards[{i}]"), changed)),
        ]);

    public override void Validate(Violations violations, TemplateParameterNames names)
    {
        violations.RequireCount("cards", cards.Length, MessageLimits.CarouselMinCards, MessageLimits.CarouselCards, "card");
        for (int i = 0; i < cards.Length; i++)
        {
            violations.Enter(new("cards[{0}]", i));
            cards[i].Validate(violations, names);
            if (cards[i].HeaderKind != cards[0].HeaderKind)
            {
                WirePath path = cards[i].HeaderKind is null ? "components" : "components[0].parameters[0].type";
                violations.Add(path, ViolationRule.Mismatch,
                    $"All cards of a carousel have one kind of header; this one has {cards[i].HeaderKind ?? "none"}, the first "
                        + $"{cards[0].HeaderKind ?? "none"}.");
            }

            violations.Leave();
        }
    }

    public override void ValidateAtSend(Violations violations)
    {
        for (int i = 0; i < cards.Length; i++)
        {
            violations.Enter(new("cards[{0}]", i));
            cards[i].ValidateAtSend(violations);
            violations.Leave();
        }
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("cards"u8);
        for (int i = 0; i < cards.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("card_index"u8, i);
            cards[i].Write(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
