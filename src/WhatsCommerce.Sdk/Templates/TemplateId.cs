namespace WhatsCommerce.Templates;

/// <summary>The id of a template in one language. Digits.</summary>
/// <remarks>A null, empty or blank value means absent, and equals <see langword="default"/>.</remarks>
[Id]
public readonly partial record struct TemplateId;
