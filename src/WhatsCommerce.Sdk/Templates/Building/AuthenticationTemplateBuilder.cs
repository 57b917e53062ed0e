namespace WhatsCommerce.Templates;

/// <summary>
/// Builds a template with a one-time password; its text is set by Meta. Created by <see cref="Template.Authentication"/>.
/// </summary>
/// <remarks>Source: Meta, templates/authentication-templates.</remarks>
public sealed class AuthenticationTemplateBuilder : TemplateBuilder<AuthenticationTemplateBuilder>
{
    private string? _label;
    private string? _autofillLabel;
    private string _type = "COPY_CODE";
    private bool _hasAcceptedTerms;
    private readonly List<(string PackageName, string SignatureHash)> _apps = [];

    internal AuthenticationTemplateBuilder(TemplateDraft draft)
        : base(draft)
    {
        Draft.Body = new TemplateBody(null);
        CopyCodeButton(null);
    }

    /// <summary>Appends the advice not to share the code.</summary>
    public AuthenticationTemplateBuilder SecurityRecommendation()
    {
        Draft.Body = new TemplateBody(null, hasSecurityRecommendation: true);
        return this;
    }

    /// <summary>Shows below the text how long the code is valid.</summary>
    /// <param name="minutes">The number of minutes, 1 to <see cref="TemplateLimits.CodeMinutes"/>.</param>
    public AuthenticationTemplateBuilder CodeExpiration(int minutes)
    {
        Draft.Footer = new TemplateFooter(null, minutes);
        return this;
    }

    /// <summary>Adds a button that copies the code; the default.</summary>
    /// <param name="text">The label of the button; null for Meta's default.</param>
    public AuthenticationTemplateBuilder CopyCodeButton(string? text) => Button("COPY_CODE", text, null);

    /// <summary>Adds a button that fills the code into the app (one-tap autofill).</summary>
    /// <param name="text">The label of the button that copies the code where autofill is not possible; null for Meta's default.</param>
    /// <param name="autofillText">The label of the button; null for Meta's default.</param>
    public AuthenticationTemplateBuilder OneTapButton(string? text = null, string? autofillText = null) =>
        Button("ONE_TAP", text, autofillText);

    /// <summary>Fills the code into the app without a tap (zero-tap).</summary>
    /// <param name="termsAccepted">
    /// Whether you accept Meta's terms for zero-tap, which make you responsible for its use; must be <see langword="true"/>.
    /// </param>
    /// <param name="text">The label of the button that copies the code where autofill is not possible; null for Meta's default.</param>
    /// <param name="autofillText">The label of the one-tap button; null for Meta's default.</param>
    public AuthenticationTemplateBuilder ZeroTapButton(bool termsAccepted, string? text = null, string? autofillText = null)
    {
        _hasAcceptedTerms = termsAccepted;
        return Button("ZERO_TAP", text, autofillText);
    }

    /// <summary>Adds an Android app that may receive the code.</summary>
    /// <param name="packageName">Its package, such as <c>com.example.shop</c>.</param>
    /// <param name="signatureHash">The hash of its signing key, 11 characters.</param>
    public AuthenticationTemplateBuilder App(string packageName, string signatureHash)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(packageName);
        ArgumentException.ThrowIfNullOrWhiteSpace(signatureHash);
        _apps.Add((packageName, signatureHash));
        return Button(_type, _label, _autofillLabel);
    }

    private protected override void Check(Violations violations)
    {
        if (_type != "COPY_CODE" && _apps.Count == 0)
        {
            violations.Add(
                "components",
                ViolationRule.Required,
                "A code that an app takes over needs the app: add .App(\"com.example.shop\", \"K8a/AINcGX7\").");
        }

        if (_type == "ZERO_TAP" && !_hasAcceptedTerms)
        {
            violations.Add(
                "components", ViolationRule.Required, "Codes without a tap need Meta's terms to be accepted: pass termsAccepted: true.");
        }
    }

    private AuthenticationTemplateBuilder Button(string type, string? text, string? autofillText)
    {
        (_type, _label, _autofillLabel) = (type, NullIfEmpty(text), NullIfEmpty(autofillText));
        List<(string, ButtonField)> fields = [("otp_type", Draft.HasSmallLetters ? type.ToLowerInvariant() : type)];
        if (_autofillLabel is not null)
        {
            fields.Add(("autofill_text", _autofillLabel));
        }

        if (type == "ZERO_TAP")
        {
            fields.Add(("zero_tap_terms_accepted", _hasAcceptedTerms));
        }

        if (_apps.Count > 0 && type != "COPY_CODE")
        {
            fields.Add(("supported_apps", ButtonField.Apps(_apps)));
        }

        Draft.Buttons.Clear();
        return Add(new TemplateButtonDefinition(TemplateButtonType.Otp, _label) { OtherFields = ButtonFields.Of([.. fields]) });
    }
}
