namespace WhatsCommerce.Flows;

/// <summary>Represents a change of a flow; members that are <see langword="null"/> or empty stay unchanged.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi, updating a flow's metadata.</remarks>
public sealed record FlowUpdate : IJsonBody
{
    /// <summary><c>name</c>, unique in the account.</summary>
    public string? Name { get; init; }

    /// <summary><c>categories</c>, which replace the current ones.</summary>
    public IReadOnlyList<FlowCategory> Categories { get; init => field = [.. value]; } = [];

    /// <summary><c>endpoint_uri</c>: the https URL of the endpoint that provides its data.</summary>
    public Uri? EndpointUri { get; init; }

    /// <summary><c>application_id</c>: the app that is connected to it. Required before a flow with an endpoint is published.</summary>
    public string? ApplicationId { get; init; }

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
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
