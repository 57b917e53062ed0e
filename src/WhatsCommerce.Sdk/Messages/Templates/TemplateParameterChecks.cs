namespace WhatsCommerce.Messages;

/// <summary>
/// Compares the parameters of a message with its template, for errors that Meta would report with 132000, 132008, 132012 or 132018.
/// </summary>
/// <param name="violations">Receives the mismatches.</param>
/// <param name="shape">The parameters of the template.</param>
internal readonly struct TemplateParameterChecks(Violations violations, TemplateShape shape)
{
    /// <summary>Compares a whole message; paths are relative to <c>template</c>.</summary>
    public void Check(TemplateContent content)
    {
        Check(content, shape.Slots);
        IReadOnlyList<TemplateContent> cards = content.Cards;
        if (shape.Cards.Count == 0 ? cards.Count > 0 && !shape.IsPartial : !shape.HasAnyNumberOfCards && cards.Count != shape.Cards.Count)
        {
            violations.Add("components", ViolationRule.Mismatch, shape.Cards.Count == 0
                ? "The template has no carousel: leave the cards out."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"The template has {Plural.Of(shape.Cards.Count, "card")}, and the message {cards.Count}: give each card of the "
                    + $"template, in its order."),
                shape.Cards.Count, cards.Count);
        }
        else if (shape.HasAnyNumberOfCards && cards.Count == 0)
        {
            violations.Add(
                "components",
                ViolationRule.Required,
                "The template is a carousel of products: name at least two.",
                MessageLimits.CarouselMinCards,
                0);
        }

        for (int i = 0; i < cards.Count && shape.Cards.Count > 0; i++)
        {
            violations.Enter(new("components[{0}].cards[{1}]", content.CarouselIndex, i));
            Check(cards[i], shape.Cards[Math.Min(i, shape.Cards.Count - 1)]);
            violations.Leave();
        }
    }

    private void Check(TemplateContent content, IReadOnlyList<TemplateSlot> slots)
    {
        HashSet<TemplateSlot> filled = [];
        for (int i = 0; i < content.Components.Length; i++)
        {
            // A tap target has no counterpart in the template; Meta accepts it in templates that allow it.
            if (content.Components[i] is not TemplateParametersComponent { Type: not "tap_target_configuration" } component)
            {
                continue;
            }

            violations.Enter(new("components[{0}]", i));
            if (slots.FirstOrDefault(slot => IsAt(slot, component)) is not TemplateSlot slot)
            {
                if (!shape.IsPartial)
                {
                    violations.Add(component.SubType is null ? "type" : "index", ViolationRule.NotAllowed, NotThere(component, slots));
                }
            }
            else
            {
                filled.Add(slot);
                CheckKind(component, slot);
            }

            violations.Leave();
        }

        foreach (TemplateSlot slot in slots)
        {
            if (slot.IsRequired && !filled.Contains(slot))
            {
                violations.Add("components", ViolationRule.Required, $"The template needs its {slot.Place} filled in: {slot}.");
            }
        }
    }

    private void CheckKind(TemplateParametersComponent component, TemplateSlot slot)
    {
        if (slot.IsButton && !string.Equals(slot.ButtonType, component.SubType, StringComparison.OrdinalIgnoreCase))
        {
            violations.Add("sub_type", ViolationRule.Mismatch,
                $"The button at this place of the template is of the type {slot.ButtonType}, not {component.SubType}.");
        }
        else
        {
            CheckParameters(component.Parameters, slot);
        }
    }

    private void CheckParameters(IReadOnlyList<TemplatePart> parameters, TemplateSlot slot)
    {
        int required = slot.Parameters.Count(parameter => parameter.IsRequired);
        if (parameters.Count < required || parameters.Count > slot.Parameters.Count)
        {
            violations.Add("parameters", ViolationRule.Mismatch, string.Create(
                CultureInfo.InvariantCulture,
                $"The template has {Plural.Of(slot.Parameters.Count, "parameter")} in its {slot.Place}, and the message {parameters.Count} "
                    + $"(132000)."),
            slot.Parameters.Count, parameters.Count);
        }

        bool isNamed = slot.Parameters.Any(parameter => parameter.Name is not null);
        for (int i = 0; i < parameters.Count; i++)
        {
            violations.Enter(new("parameters[{0}]", i));
            if (isNamed || parameters[i].Name is not null)
            {
                CheckName(parameters[i], slot, isNamed);
            }
            else
            {
                CheckType(parameters[i], slot, i, required);
            }

            violations.Leave();
        }

        foreach (TemplateSlotParameter expected in slot.Parameters)
        {
            if (expected.Name is string name && parameters.All(parameter => parameter.Name != name))
            {
                violations.Add(
                    "parameters",
                    ViolationRule.Required,
                    $"The template has a variable {{{{{name}}}}} in its {slot.Place}, and the message gives nothing for it.");
            }
        }
    }

    private void CheckName(TemplatePart parameter, TemplateSlot slot, bool isNamed)
    {
        if (!isNamed)
        {
            violations.Add(
                "parameter_name",
                ViolationRule.Mismatch,
                "The template calls its variables by numbers: give the texts in their order, without names.");
        }
        else if (parameter.Name is null)
        {
            violations.Add("parameter_name", ViolationRule.Mismatch, $"The template calls its variables by names: {slot}.");
        }
        else if (slot.Parameters.All(expected => expected.Name != parameter.Name))
        {
            violations.Add(
                "parameter_name", ViolationRule.Mismatch, $"The template has no variable of this name in its {slot.Place}: {slot}.");
        }
    }

    private void CheckType(TemplatePart parameter, TemplateSlot slot, int index, int required)
    {
        bool isInOrder = required == slot.Parameters.Count;
        bool fits = isInOrder
            ? index >= slot.Parameters.Count || Fits(parameter, slot.Parameters[index], slot)
            : slot.Parameters.Any(expected => Fits(parameter, expected, slot));
        if (!fits)
        {
            string wanted = isInOrder
                ? slot.Parameters[index].Type
                : string.Join(" or ", slot.Parameters.Select(expected => expected.Type));
            violations.Add("type", ViolationRule.Mismatch,
                $"The template wants {wanted} here, and the message has {parameter.Type} (132012).");
        }
    }

    // A text variable also accepts an amount or a date, which Meta shows as text.
    private static bool Fits(TemplatePart parameter, TemplateSlotParameter expected, TemplateSlot slot) =>
        parameter.Type == expected.Type || (expected.Type == "text" && !slot.IsButton && parameter.Type is "currency" or "date_time");

    private static bool IsAt(TemplateSlot slot, TemplateParametersComponent component) =>
        slot.Component == component.Type && (!slot.IsButton || slot.ButtonIndex == component.Index);

    private static string NotThere(TemplateParametersComponent component, IReadOnlyList<TemplateSlot> slots) => component.SubType is null
        ? $"The template has nothing to fill in there: leave the {component.Type} out."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The template has no button to fill in at the place {component.Index}; it has "
            + $"{string.Join(", ", slots.Where(slot => slot.IsButton).Select(slot => slot.Place).DefaultIfEmpty("none"))}.");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
