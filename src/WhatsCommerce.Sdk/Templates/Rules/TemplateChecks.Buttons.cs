using static WhatsCommerce.Validation.Violations;

namespace WhatsCommerce.Templates;

/// <content>Buttons.</content>
internal static partial class TemplateChecks
{
    private const string OneVariable = "{{1}}";

    private static readonly TemplateButtonType[] OnlyOnce =
    [
        TemplateButtonType.PhoneNumber, TemplateButtonType.Catalog, TemplateButtonType.ProductList, TemplateButtonType.Product,
        TemplateButtonType.Otp, TemplateButtonType.CopyCode,
    ];

    private static void CheckButtons(Violations violations, TemplateComponents components, ComponentPlaces places)
    {
        IReadOnlyList<TemplateButtonDefinition> buttons = components.Buttons;
        string path = $"{places.Buttons}.buttons";
        violations.LimitCount(
            path,
            buttons.Count,
            places.IsCard ? TemplateLimits.CardButtons : TemplateLimits.Buttons,
            places.IsCard ? "buttons on the card" : "buttons");
        violations.LimitCount(
            path, buttons.Count(button => button.Type == TemplateButtonType.Url), TemplateLimits.UrlButtons, "buttons that open a page");
        foreach (TemplateButtonType type in OnlyOnce)
        {
            violations.LimitCount(path, buttons.Count(button => button.Type == type), 1, $"buttons of the type {type}");
        }

        CheckOrder(violations, buttons, path);
        for (int i = 0; i < buttons.Count; i++)
        {
            CheckButton(violations, buttons[i], Invariant($"{path}[{i}]"), components.Offer is not null);
        }
    }

    // Quick replies must be adjacent, before or after the others.
    private static void CheckOrder(Violations violations, IReadOnlyList<TemplateButtonDefinition> buttons, string path)
    {
        int groups = 0;
        for (int i = 0; i < buttons.Count; i++)
        {
            bool isReply = buttons[i].Type == TemplateButtonType.QuickReply;
            if (isReply && (i == 0 || buttons[i - 1].Type != TemplateButtonType.QuickReply) && ++groups == 2)
            {
                violations.Add(
                    Invariant($"{path}[{i}]"),
                    ViolationRule.Format,
                    "Quick replies stand together, without another button between them: move this one to the others.");
            }
        }
    }

    private static void CheckButton(Violations violations, TemplateButtonDefinition button, string path, bool isOffer)
    {
        if (button.Type != TemplateButtonType.CopyCode && button.Type != TemplateButtonType.Otp)
        {
            violations.RequireText($"{path}.text", button.Text, TemplateLimits.ButtonText, "The label of the button");
        }
        else
        {
            violations.LimitText($"{path}.text", button.Text, TemplateLimits.ButtonText, "The label of the button");
        }

        CheckLabel(violations, button.Text, $"{path}.text");
        if (button.Type == TemplateButtonType.Url)
        {
            CheckUrl(violations, button, path);
        }
        else if (button.Type == TemplateButtonType.PhoneNumber)
        {
            CheckPhoneNumber(violations, button.PhoneNumber, $"{path}.phone_number");
        }
        else if (button.Type == TemplateButtonType.CopyCode)
        {
            violations.RequireText(
                $"{path}.example",
                button.Example,
                isOffer ? TemplateLimits.OfferCouponCode : TemplateLimits.CouponCode,
                "The example of the code");
        }
        else if (button.Type == TemplateButtonType.Flow)
        {
            int ways = button.OtherFields.Keys.Count(name => name is "flow_id" or "flow_name" or "flow_json");
            if (ways != 1)
            {
                violations.Add(
                    path,
                    ways == 0 ? ViolationRule.Required : ViolationRule.NotAllowed,
                    "The flow is named in one way: by its id, by its name or by its JSON.",
                    1,
                    ways);
            }
        }
    }

    private static void CheckLabel(Violations violations, string? text, string path)
    {
        if (TemplateVariables.Of(text).Count > 0)
        {
            violations.Add(path, ViolationRule.NotAllowed, "The label of a button has no variables: a message could not fill them in.");
        }

        CheckOneLine(violations, path, text, "The label of a button");
    }

    private static void CheckUrl(Violations violations, TemplateButtonDefinition button, string path)
    {
        violations.RequireText($"{path}.url", button.Url, TemplateLimits.Url, "The address of the button");
        if (string.IsNullOrWhiteSpace(button.Url))
        {
            return;
        }

        IReadOnlyList<string> variables = TemplateVariables.Of(button.Url);
        if (variables.Count > 0
            && (!button.Url.EndsWith(OneVariable, StringComparison.Ordinal) || button.Url.Split(TemplateVariables.Open).Length > 2))
        {
            violations.Add(
                $"{path}.url", ViolationRule.Format, "A URL has at most one variable, {{1}}, at its very end.");
        }

        string fixedPart =
            variables.Count == 0 ? button.Url : button.Url[..button.Url.IndexOf(TemplateVariables.Open, StringComparison.Ordinal)];
        if (!WebAddress.TryParse(fixedPart, out _))
        {
            violations.Add(
                $"{path}.url",
                ViolationRule.Format,
                "The address is written whole, with https:// or http://, such as https://shop.example/offers/{{1}}.");
        }

        if (variables.Count > 0)
        {
            violations.RequireText($"{path}.example", button.Example, TemplateLimits.Url, "The example of the address");
        }
        else if (button.Example is not null)
        {
            violations.Add(
                $"{path}.example",
                ViolationRule.Mismatch,
                "There is an example, but the address has no variable: end it with {{1}}, or leave the example out.");
        }
    }

    private static void CheckPhoneNumber(Violations violations, string? number, string path)
    {
        violations.RequireText(path, number, TemplateLimits.PhoneNumber, "The phone number");
        if (!string.IsNullOrWhiteSpace(number) && number.AsSpan(number[0] == '+' ? 1 : 0) is var digits
            && (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')))
        {
            violations.Add(path, ViolationRule.Format, "The phone number is digits with the country before them, such as +16505551234.");
        }
        else if (PhoneText.HoldsTrunkDigit(number))
        {
            violations.Add(path, ViolationRule.Format, PhoneText.TrunkDigit);
        }
    }
}
