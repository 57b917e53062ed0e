namespace WhatsCommerce.Flows;

/// <summary>A flow of an account.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, list flows and get flow.</remarks>
public sealed record Flow : IGraphResponse
{
    internal const string ListFields = "id,name,status,categories,validation_errors,json_version,data_api_version,endpoint_uri";
    internal const string Fields = ListFields + ",data_channel_uri,application,health_status";

    /// <summary><c>id</c>, which messages refer to.</summary>
    public string? Id { get; init; }

    /// <summary><c>name</c>: unique in the account.</summary>
    public string? Name { get; init; }

    /// <summary><c>status</c>: the status, such as draft or published.</summary>
    public FlowStatus Status { get; init; }

    /// <summary><c>categories</c>: the purposes of the flow.</summary>
    public IReadOnlyList<FlowCategory> Categories { get; init; } = [];

    /// <summary><c>validation_errors</c>: the errors that prevent publishing.</summary>
    public IReadOnlyList<FlowValidationError> ValidationErrors { get; init; } = [];

    /// <summary><c>json_version</c>: the version of its JSON, such as <c>7.1</c>.</summary>
    public string? JsonVersion { get; init; }

    /// <summary><c>data_api_version</c>: the version of the requests to its endpoint; absent for a flow without one.</summary>
    public string? DataApiVersion { get; init; }

    /// <summary><c>endpoint_uri</c>: its endpoint.</summary>
    public Uri? EndpointUri { get; init; }

    /// <summary>
    /// <c>data_channel_uri</c>: the endpoint of a flow whose JSON is older than version 3.0. Only from <see cref="FlowsClient.GetAsync"/>.
    /// </summary>
    public Uri? DataChannelUri { get; init; }

    /// <summary><c>application</c>. Only from <see cref="FlowsClient.GetAsync"/>.</summary>
    public FlowApplication? Application { get; init; }

    /// <summary><c>health_status</c>. Only from <see cref="FlowsClient.GetAsync"/>.</summary>
    [JsonPropertyName("health_status")]
    public FlowHealth? Health { get; init; }

    bool IGraphResponse.IsComplete => Id is { Length: > 0 };
}
