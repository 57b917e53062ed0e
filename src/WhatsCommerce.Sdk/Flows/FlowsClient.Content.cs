namespace WhatsCommerce.Flows;

/// <content>The JSON of flows, their previews, and what Meta measures of their endpoints.</content>
public partial class FlowsClient
{
    private static readonly GraphOperation Upload = new("upload_flow_json", ResponseReader.Of(FlowsJson.Default.FlowUploadResponse));

    /// <summary>
    /// Uploads the JSON of a flow, which replaces the current one. A published flow becomes a draft again; messages that were already sent
    /// keep the old screens.
    /// </summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="json">The JSON as UTF-8, at most <see cref="FlowLimits.JsonBytes"/> bytes.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <returns>The errors that Meta found; empty when the flow can be published. The JSON is stored even with errors.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">It is not a JSON object, or too large; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request (139001: it can no longer be changed), or could not be reached. The
    /// upload may be repeated.</exception>
    public virtual async Task<IReadOnlyList<FlowValidationError>> UploadJsonAsync(
        string flowId, ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default)
    {
        Violations violations = new();
        FlowChecks.Json(violations, "file", json.Span);
        violations.ThrowIfAny("The JSON of the flow was not uploaded");
        using FlowJsonContent body = new(json);
        GraphCall call = _transport.Post(Upload, $"{Checked(flowId)}/assets", body);
        return (await _transport.CallAsync<FlowUploadResponse>(call, cancellationToken).ConfigureAwait(false)).ValidationErrors ?? [];
    }

    /// <summary>Lists the files of a flow; currently only its JSON, once there is one.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    public virtual Paged<FlowAsset> ListAssetsAsync(string flowId, CancellationToken cancellationToken = default)
    {
        flowId = Checked(flowId);
        return _transport.List((limit, after, token) => Api.ListAssets(flowId, limit, after, token), cancellationToken);
    }

    /// <summary>Downloads the JSON of a flow.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The JSON as UTF-8; <see langword="null"/> when the flow has none yet.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="InvalidDataException">It is larger than <see cref="FlowLimits.JsonBytes"/> bytes.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="UntrustedAddressException">The URL of the file is not Meta's; nothing was sent there.</exception>
    public virtual async Task<byte[]?> DownloadJsonAsync(string flowId, CancellationToken cancellationToken = default)
    {
        await foreach (FlowAsset asset in ListAssetsAsync(flowId, cancellationToken).ConfigureAwait(false))
        {
            if (asset is { Type: FlowAsset.JsonType, DownloadUrl: { } address })
            {
                return await ReadAsync(address, cancellationToken).ConfigureAwait(false);
            }
        }

        return null;
    }

    /// <summary>Gets a link that shows a flow in a browser without a login, valid for <see cref="FlowLimits.PreviewDays"/> days.</summary>
    /// <param name="flowId">The flow.</param>
    /// <param name="invalidate">Whether to create a new link and invalidate the previous one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<FlowPreview> GetPreviewAsync(
        string flowId, bool invalidate = false, CancellationToken cancellationToken = default)
    {
        string fields = invalidate ? "preview.invalidate(true)" : "preview.invalidate(false)";
        return (await Api.GetPreview(Checked(flowId), fields, cancellationToken).ConfigureAwait(false)).Preview!;
    }

    /// <summary>Gets a metric of the endpoint of a flow. The values are delayed by hours.</summary>
    /// <remarks>
    /// Meta's page, as of February 2026, announces the end of these metrics for 30 April 2026. Source: Meta, flows/reference/metrics_api.
    /// </remarks>
    /// <param name="flowId">The flow.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="granularity">The granularity.</param>
    /// <param name="since">The first day; by default the oldest one that Meta allows with this granularity.</param>
    /// <param name="until">The last day; today by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The values by period; empty if there are none.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id, or the last day is before the first.</exception>
    /// <exception cref="GraphException">Meta rejected the request, for instance because the flow had fewer than 250 requests, or could
    /// not be reached.</exception>
    public virtual async Task<IReadOnlyList<FlowMetricPoint>> GetMetricAsync(
        string flowId,
        FlowMetric metric,
        FlowMetricGranularity granularity,
        DateOnly? since = null,
        DateOnly? until = null,
        CancellationToken cancellationToken = default)
    {
        if (until < since)
        {
            throw new ArgumentException("The last day is before the first; nothing was sent.", nameof(until));
        }

        string fields = $"metric.name({GraphPath.Check(metric)}).granularity({GraphPath.Check(granularity)})"
            + Day("since", since) + Day("until", until);
        FlowMetricResponse response = await Api.GetMetric(Checked(flowId), fields, cancellationToken).ConfigureAwait(false);
        return response.Metric?.DataPoints ?? [];

        static string Day(string name, DateOnly? day) =>
            day is { } known ? string.Create(CultureInfo.InvariantCulture, $".{name}({known:yyyy-MM-dd})") : "";
    }

    private async Task<byte[]> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        HttpResponseStream stream = await _transport.OpenAsync(address, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream json = new();
            byte[] piece = new byte[64 * 1024];
            int read;
            while ((read = await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
            {
                json.Write(piece, 0, read);
                if (json.Length > FlowLimits.JsonBytes)
                {
                    throw new InvalidDataException("The JSON of the flow is larger than Meta allows; it was not read to its end.");
                }
            }

            return json.ToArray();
        }
    }
}
