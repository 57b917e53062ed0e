namespace WhatsCommerce.Flows;

/// <summary>The JSON of an upload.</summary>
internal sealed record FlowUploadAnswer(bool? Success, IReadOnlyList<FlowValidationError>? ValidationErrors) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Success == true || ValidationErrors is { Count: > 0 };
}

/// <summary>The JSON of a flow of which the preview was asked for.</summary>
internal sealed record FlowPreviewAnswer(FlowPreview? Preview) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Preview?.Url is not null;
}

/// <summary>The JSON of a flow of which a metric was asked for. Without any data Meta may leave it out.</summary>
internal sealed record FlowMetricAnswer(FlowMetricPoints? Metric) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => true;
}

internal sealed record FlowMetricPoints(IReadOnlyList<FlowMetricPoint>? DataPoints);
