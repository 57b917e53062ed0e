namespace WhatsCommerce.Flows;

/// <summary>The JSON of an upload.</summary>
internal sealed record FlowUploadResponse(bool? Success, IReadOnlyList<FlowValidationError>? ValidationErrors) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Success == true || ValidationErrors is { Count: > 0 };
}

/// <summary>The JSON of a flow with its preview.</summary>
internal sealed record FlowPreviewResponse(FlowPreview? Preview) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Preview?.Url is not null;
}

/// <summary>The JSON of a flow with a metric. Without any data Meta may omit it.</summary>
internal sealed record FlowMetricResponse(FlowMetricPoints? Metric) : IGraphResponse
{
    bool IGraphResponse.IsComplete => true;
}

internal sealed record FlowMetricPoints(IReadOnlyList<FlowMetricPoint>? DataPoints);
