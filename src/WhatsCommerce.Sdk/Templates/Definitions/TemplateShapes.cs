namespace WhatsCommerce.Templates;

/// <summary>
/// Derives the parameters of a message from a definition. Source: Meta, templates/overview and the pages of each kind of template.
/// </summary>
internal static class TemplateShapes
{
    private static readonly TemplateSlotParameter Text = new("text");

    public static TemplateShape Of(TemplateDefinition definition)
    {
        TemplateComponents components = definition.Components;
        List<TemplateSlot> slots = [.. Slots(components)];
        if (definition.SubCategory == TemplateSubCategory.OrderStatus)
        {
            slots.Add(Slot("order_status", new TemplateSlotParameter("order_status")));
        }

        return new TemplateShape
        {
            Name = definition.Name,
            Language = definition.Language,
            Slots = slots,
            Cards = [.. components.Cards.Select(card => (IReadOnlyList<TemplateSlot>)[.. Slots(card)])],
            HasAnyNumberOfCards = components.Cards.Count > 0
                && components.Cards.All(card => card.Header?.Format == TemplateHeaderFormat.Product),
            IsPartial = IsPartial(components) || components.Cards.Any(IsPartial),
        };
    }

    private static bool IsPartial(TemplateComponents components) =>
        components.OtherComponents.Count > 0
        || components.Header is { Format.IsKnown: false }
        || components.Buttons.Any(button => ButtonSlot(button, 0) is null && !NeedsNothing(button));

    private static IEnumerable<TemplateSlot> Slots(TemplateComponents components)
    {
        if (components.Header is TemplateHeader header && HeaderParameters(header) is [_, ..] parameters)
        {
            yield return Slot("header", parameters);
        }

        if (components.Offer is { HasExpiration: true })
        {
            yield return Slot("limited_time_offer", new TemplateSlotParameter("limited_time_offer"));
        }

        bool isCode = components.Buttons.Any(button => button.Type == TemplateButtonType.Otp);
        TemplateSlotParameter[] body = components.Body is { Variables.Count: > 0 } text ? TextParameters(text) : isCode ? [Text] : [];
        if (body.Length > 0)
        {
            yield return Slot("body", body);
        }

        for (int i = 0; i < components.Buttons.Count; i++)
        {
            if (ButtonSlot(components.Buttons[i], i) is TemplateSlot slot)
            {
                yield return slot;
            }
        }
    }

    private static TemplateSlotParameter[] HeaderParameters(TemplateHeader header) =>
        header.Format == TemplateHeaderFormat.Text ? TextParameters(header)
        : header.Format.IsKnown ? [new(header.Format.Value!.ToLowerInvariant())]
        : [];

    // The number counts: {{2}} before {{1}} is still the second parameter.
    private static TemplateSlotParameter[] TextParameters(TemplateTextComponent component) =>
        [.. component.Variables.Select(
            variable => TemplateVariables.IsPosition(variable) ? Text : new TemplateSlotParameter("text", variable))];

    private static TemplateSlot? ButtonSlot(TemplateButtonDefinition button, int index) => button.Type.Value switch
    {
        "QUICK_REPLY" => Button("quick_reply", index, isRequired: false, new TemplateSlotParameter("payload")),
        "URL" when TemplateVariables.Of(button.Url).Count > 0 => Button("url", index, isRequired: true, Text),
        "OTP" => Button("url", index, isRequired: true, Text),
        "COPY_CODE" => Button("copy_code", index, isRequired: true, new TemplateSlotParameter("coupon_code")),
        "CATALOG" => Button("catalog", index, isRequired: false, new TemplateSlotParameter("action", isRequired: false)),
        "MPM" => Button("mpm", index, isRequired: true, new TemplateSlotParameter("action")),
        "ORDER_DETAILS" => Button("order_details", index, isRequired: true, new TemplateSlotParameter("action")),
        "FLOW" => Button("flow", index, isRequired: false, new TemplateSlotParameter("action")),
        "VOICE_CALL" => Button(
            "voice_call",
            index,
            isRequired: false,
            new TemplateSlotParameter("ttl_minutes", isRequired: false),
            new TemplateSlotParameter("payload", isRequired: false)),
        _ => null,
    };

    private static bool NeedsNothing(TemplateButtonDefinition button) =>
        button.Type == TemplateButtonType.Url || button.Type == TemplateButtonType.PhoneNumber || button.Type == TemplateButtonType.Product;

    private static TemplateSlot Slot(string component, params TemplateSlotParameter[] parameters) => new()
    {
        Component = component,
        Parameters = parameters
    };

    private static TemplateSlot Button(string type, int index, bool isRequired, params TemplateSlotParameter[] parameters) =>
        new() { Component = "button", ButtonType = type, ButtonIndex = index, IsRequired = isRequired, Parameters = parameters };
}
