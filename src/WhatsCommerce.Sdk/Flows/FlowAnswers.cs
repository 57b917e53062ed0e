namespace WhatsCommerce.Flows;

/// <summary>The JSON of an upload.</summary>
internal sealed record FlowUploadAnswer(bool? Success, IReadOnlyList<FlowValidationError>? ValidationErrors) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Success == true || ValidationErrors is { Count: > 0 };
}

/// <summary>The JSON of a flow with its preview.</summary>
internal sealed record FlowPreviewAnswer(FlowPreview? Preview) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Preview?.Url is not null;
}

/// <summary>The JSON of a flow with a metric. Without any data Meta may omit it.</summary>
internal sealed record FlowMetricAnswer(FlowMetricPoints? Metric) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => true;
}

internal sealed record FlowMetricPoints(IReadOnlyList<FlowMetricPoint>? DataPoints);
