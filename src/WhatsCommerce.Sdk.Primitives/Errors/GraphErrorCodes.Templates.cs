namespace WhatsCommerce;

/// <content>Use of a template; Creation of a template (often in the subcode).</content>
public static partial class GraphErrorCodes
{
    // Use of a template.

    /// <summary>The number of parameters differs from the template's.</summary>
    public const int TemplateParameterCount = 132000;

    /// <summary>There is no approved template of this name in this language.</summary>
    public const int TemplateNotFound = 132001;

    /// <summary>The text is too long with the parameters filled in.</summary>
    public const int TemplateTextTooLong = 132005;

    /// <summary>The template's content violates a policy.</summary>
    public const int TemplatePolicyViolation = 132007;

    /// <summary>A parameter has a value that is not valid.</summary>
    public const int TemplateParameterInvalid = 132008;

    /// <summary>A parameter does not have the format that the template requires.</summary>
    public const int TemplateParameterFormat = 132012;

    /// <summary>The template is paused for low quality.</summary>
    public const int TemplatePaused = 132015;

    /// <summary>The template was paused too often for low quality and is disabled permanently.</summary>
    public const int TemplateDisabled = 132016;

    /// <summary>The parameters of the template have a problem that the details describe.</summary>
    public const int TemplateParameterIssue = 132018;

    /// <summary>The flow of the template is blocked.</summary>
    public const int FlowBlocked = 132068;

    /// <summary>The flow of the template is throttled: ten messages an hour.</summary>
    public const int FlowThrottled = 132069;

    /// <summary>The template cannot be used for this purpose. Source: Meta, marketing-messages/error-codes.</summary>
    public const int TemplateUnavailable = 134102;

    // Creation of a template (often in the subcode).

    /// <summary>The business account reached its limit of templates.</summary>
    public const int TemplateLimitReached = 2388019;

    /// <summary>The name is still in use, perhaps by a template that is being deleted. Source: field reports.</summary>
    public const int TemplateNameInUse = 2388023;

    /// <summary>The content of the template was rejected; the details name the component.</summary>
    public const int TemplateContentInvalid = 2388039;

    /// <summary>A field of the template is too long.</summary>
    public const int TemplateFieldTooLong = 2388040;

    /// <summary>The header has an invalid format.</summary>
    public const int TemplateHeaderInvalid = 2388047;

    /// <summary>The body has an invalid format.</summary>
    public const int TemplateBodyInvalid = 2388072;

    /// <summary>The footer has an invalid format.</summary>
    public const int TemplateFooterInvalid = 2388073;

    /// <summary>There are too many variables for the length of the text.</summary>
    public const int TemplateParameterRatio = 2388293;

    /// <summary>A variable is at the beginning or the end of the text.</summary>
    public const int TemplateEdgeParameter = 2388299;
}
