namespace WhatsCommerce.Messages;

/// <summary>
/// The parameters of a template, or of one card of its carousel: the <c>components</c>, in the order in which the customer sees them.
/// </summary>
internal sealed class TemplateContent
{
    private readonly ImmutableArray<TemplateComponent> _components;
    private readonly ImmutableArray<TemplateParametersComponent> _buttons;

    public TemplateContent(
        TemplateParametersComponent? header,
        TemplateComponent? body,
        IEnumerable<TemplateComponent?> others,
        IEnumerable<TemplateParametersComponent> buttons)
    {
        HeaderKind = header?.Kind;
        _buttons = [.. buttons];
        _components = [.. new[] { header, body }.Concat(others).OfType<TemplateComponent>(), .. _buttons];
    }

    private TemplateContent(string? headerKind, ImmutableArray<TemplateComponent> components, int buttons)
    {
        HeaderKind = headerKind;
        _components = components;
        _buttons = [.. components[^buttons..].Cast<TemplateParametersComponent>()];
    }

    /// <summary>The kind of header, which must be the same for all cards of a carousel; <see langword="null"/> for none.</summary>
    public string? HeaderKind { get; }

    /// <summary>The components, in the order in which they are written.</summary>
    public ImmutableArray<TemplateComponent> Components => _components;

    /// <summary>The index of the carousel among the components; -1 for none.</summary>
    public int CarouselIndex => _components.IndexOf(_components.OfType<TemplateCarouselComponent>().FirstOrDefault()!);

    public ImmutableArray<TemplateContent> Cards => _components.OfType<TemplateCarouselComponent>().FirstOrDefault()?.Cards ?? [];

    /// <summary>The products that it shows, in the order shown.</summary>
    public IEnumerable<RetailerId> Products => _components.SelectMany(component => component.Products);

    /// <summary>Returns the content with its variables on one line each.</summary>
    /// <param name="place">The path of the components.</param>
    /// <param name="changed">Called with the path of each changed text.</param>
    public TemplateContent Flatten(string place, Action<string> changed) => new(
        HeaderKind,
        [
            .. _components.Select((component, i) =>
                component.Flatten(string.Create(CultureInfo.InvariantCulture, $"{place}.components[{i}]"), changed)),
        ],
        _buttons.Length);

    /// <summary>Validates it; paths are relative to the object that contains the components.</summary>
    public void Validate(Violations violations, TemplateParameterNames names)
    {
        for (int i = 0; i < _components.Length; i++)
        {
            violations.Enter(new("components[{0}]", i));
            _components[i].Validate(violations, names);
            violations.Leave();
        }

        HashSet<int> indexes = [];
        for (int i = 0; i < _buttons.Length; i++)
        {
            int index = _buttons[i].Index;
            WirePath path = new("components[{0}].index", _components.Length - _buttons.Length + i);
            if (index < 0 || index >= MessageLimits.TemplateButtons)
            {
                violations.Add(
                    path,
                    ViolationRule.Range,
                    "The index of a button is its place in the template, from 0 to 9.",
                    MessageLimits.TemplateButtons - 1,
                    index);
            }
            else if (!indexes.Add(index))
            {
                violations.Add(
                    path, ViolationRule.NotUnique, "This index occurs for the second time; each button of the template has its own.");
            }
        }

        ValidatePaymentRequests(violations);
    }

    /// <summary>Checks that it consists of text and media only, which groups require. Source: Meta, groups/groups-messaging.</summary>
    public void ValidateForGroup(Violations violations)
    {
        for (int i = 0; i < _components.Length; i++)
        {
            if (!SuitsGroups(_components[i]))
            {
                violations.Add(new("components[{0}]", i), ViolationRule.NotAllowed,
                    "A group takes templates of text and media only: without products, carousel, order, payment, form, call or "
                        + "one-time password.");
            }
        }
    }

    private static bool SuitsGroups(TemplateComponent component) => component is TemplateParametersComponent parts
        && parts.Type is "header" or "body" or "button" or "limited_time_offer" or "tap_target_configuration"
        && parts.SubType is null or "quick_reply" or "url" or "copy_code"
        && !parts.Parameters.Any(part => part is TemplateProductPart or TemplateOneTimePasswordPart);

    private void ValidatePaymentRequests(Violations violations)
    {
        HashSet<string> ways = [];
        int requests = _buttons.Count(button => button.SubType == "payment_request");
        if (requests > MessageLimits.PaymentRequestButtons)
        {
            violations.Add("components", ViolationRule.MaxCount, string.Create(CultureInfo.InvariantCulture,
                $"There are {requests} buttons that ask for a payment; at most {MessageLimits.PaymentRequestButtons} are allowed."),
                MessageLimits.PaymentRequestButtons, requests);
        }

        for (int i = 0; i < _buttons.Length; i++)
        {
            if (_buttons[i].Parameters is not [TemplatePaymentRequestPart request])
            {
                continue;
            }

            WirePath path =
                new("components[{0}].parameters[0].action.payment_request.payment_setting.type", _components.Length - _buttons.Length + i);
            if (!ways.Add(request.Way))
            {
                violations.Add(
                    path,
                    ViolationRule.NotUnique,
                    $"The customer is asked to pay by {request.Way} for the second time; each button is for another way to pay.");
            }
        }
    }

    public void ValidateAtSend(Violations violations)
    {
        for (int i = 0; i < _components.Length; i++)
        {
            violations.Enter(new("components[{0}]", i));
            _components[i].ValidateAtSend(violations);
            violations.Leave();
        }
    }

    /// <summary>Writes the member <c>components</c>, if there are any.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        if (_components.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("components"u8);
        foreach (TemplateComponent component in _components)
        {
            component.Write(writer);
        }

        writer.WriteEndArray();
    }
}
