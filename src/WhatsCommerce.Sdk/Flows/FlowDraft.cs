namespace WhatsCommerce.Flows;

/// <summary>Represents a flow to create.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi, creating a flow.</remarks>
public sealed partial record FlowDraft : IJsonBody
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="categories">See <see cref="Categories"/>.</param>
    public FlowDraft(string name, params IReadOnlyList<FlowCategory> categories)
    {
        Name = name;
        Categories = categories;
    }

    /// <summary><c>name</c>, unique in the account.</summary>
    public string Name { get; init; }

    /// <summary><c>categories</c>: at least one.</summary>
    public IReadOnlyList<FlowCategory> Categories { get; init => field = [.. value]; }

    /// <summary><c>flow_json</c>: the screens, at most <see cref="FlowLimits.JsonBytes"/> bytes; can be uploaded later instead.</summary>
    [Sensitive]
    public string? Json { get; init; }

    /// <summary><c>publish</c>: whether it is published immediately; requires <see cref="Json"/> without errors.</summary>
    public bool Publish { get; init; }

    /// <summary><c>clone_flow_id</c>: the flow whose screens are copied.</summary>
    public string? CloneFlowId { get; init; }

    /// <summary><c>endpoint_uri</c>: the https URL of the endpoint that provides its data. For JSON from version 3.0 on.</summary>
    public Uri? EndpointUri { get; init; }

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal void Check()
    {
        Violations violations = new();
        FlowChecks.Name(violations, Name);
        violations.RequireCount("categories", Categories.Count, int.MaxValue, "categories");
        FlowChecks.Endpoint(violations, EndpointUri);
        if (Json is not null)
        {
            FlowChecks.Json(violations, "flow_json", Encoding.UTF8.GetBytes(Json));
        }
        else if (Publish)
        {
            violations.Add("publish", ViolationRule.Mismatch, "A flow can be published at once only with its JSON: set Json too.");
        }

        violations.ThrowIfAny("The flow was not created");
    }

    void IJsonBody.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, Name);
        FlowChecks.WriteCategories(writer, Categories);
        writer.WriteOptional("flow_json"u8, Json);
        if (Publish)
        {
            writer.WriteBoolean("publish"u8, true);
        }

        writer.WriteOptional("clone_flow_id"u8, CloneFlowId);
        writer.WriteOptional("endpoint_uri"u8, EndpointUri?.OriginalString);
        writer.WriteEndObject();
    }
}
