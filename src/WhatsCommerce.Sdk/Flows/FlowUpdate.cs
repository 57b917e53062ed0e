namespace WhatsCommerce.Flows;

/// <summary>What is to be changed of a flow; what is <see langword="null"/> or empty stays as it is.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi, updating a flow's metadata.</remarks>
public sealed record FlowUpdate : IJsonBody
{
    /// <summary><c>name</c>, which no other flow of the account has.</summary>
    public string? Name { get; init; }

    /// <summary><c>categories</c>, which replace those that it has.</summary>
    public IReadOnlyList<FlowCategory> Categories { get; init => field = [.. value]; } = [];

    /// <summary><c>endpoint_uri</c>: the address that gives its data; https.</summary>
    public Uri? EndpointUri { get; init; }

    /// <summary><c>application_id</c>: the app that is connected to it. A flow with an endpoint needs one before it is published.</summary>
    public string? ApplicationId { get; init; }

    /// <exception cref="WhatsCommerceValidationException">A rule is broken.</exception>
    internal void Check()
    {
        Violations violations = new();
        if (Name is null && Categories.Count == 0 && EndpointUri is null && ApplicationId is null)
        {
            violations.Add("(body)", ViolationRule.Required, "Nothing would be changed: set at least one member.");
        }

        if (Name is not null)
        {
            FlowChecks.Name(violations, Name);
        }

        FlowChecks.Endpoint(violations, EndpointUri);
        violations.ThrowIfAny("The flow was not changed");
    }

    void IJsonBody.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteChange("name"u8, Name);
        if (Categories.Count > 0)
        {
            FlowChecks.WriteCategories(writer, Categories);
        }

        writer.WriteOptional("endpoint_uri"u8, EndpointUri?.OriginalString);
        writer.WriteOptional("application_id"u8, ApplicationId);
        writer.WriteEndObject();
    }
}
