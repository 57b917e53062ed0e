namespace WhatsCommerce.Http;

/// <summary>Describes what is the same for every call of a method of an API interface; becomes its <see cref="GraphOperation"/>.</summary>
/// <param name="name">The operation in traces and metrics.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GraphOperationAttribute(string name) : Attribute
{
    public string Name => name;

    /// <inheritdoc cref="GraphOperation.IfRefused"/>
    public string IfRefused { get; set; } = "";

    /// <summary>Whether a response with an unreadable member is read without that member.</summary>
    public bool ReadsInPart { get; set; }
}
