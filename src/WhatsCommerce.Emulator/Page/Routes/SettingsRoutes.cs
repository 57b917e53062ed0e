namespace WhatsCommerce.Emulator;

/// <summary>The routes of the shop's settings, faults, and the callback.</summary>
internal sealed class SettingsRoutes(CloudApiEmulator cloud)
{
    private EmulatedCatalog? _disconnected;

    public IResult Read() => TypedResults.Json(SettingsJson.Of(cloud), PageJson.Default.SettingsJson);

    public IResult Change(PageCall call)
    {
        SettingsChangeJson change = call.Body(PageJson.Default.SettingsChangeJson);
        cloud.Number.IsCartEnabled = change.IsCartEnabled ?? cloud.Number.IsCartEnabled;
        cloud.Number.IsCatalogVisible = change.IsCatalogVisible ?? cloud.Number.IsCatalogVisible;
        if (change.IsCallingEnabled is { } isCallingEnabled)
        {
            cloud.Number.IsCallingEnabled = isCallingEnabled;
        }

        switch (change.IsCatalogConnected)
        {
            case false:
                _disconnected = cloud.ConnectedCatalog ?? _disconnected;
                cloud.ConnectedCatalog = null;
                break;
            case true:
                cloud.ConnectedCatalog ??= _disconnected ?? cloud.Catalog;
                break;
        }

        if (change.HidePhoneNumbers is { } hide)
        {
            foreach (EmulatedCustomer customer in cloud.Customers)
            {
                customer.HidesPhoneNumber = hide;
            }
        }

        return Read();
    }

    public IResult ReviewTemplate(PageCall call)
    {
        TemplateReviewJson review = call.Body(PageJson.Default.TemplateReviewJson);
        if (!cloud.Templates.Items.Any(template => template.Name == review.Name))
        {
            throw PageProblemException.NotFound($"template '{review.Name}'");
        }

        switch (review.Verdict)
        {
            case "approved":
                cloud.Templates.Approve(review.Name);
                break;
            case "rejected":
                cloud.Templates.Reject(review.Name, string.IsNullOrWhiteSpace(review.Reason) ? "INVALID_FORMAT" : review.Reason.Trim());
                break;
            case "paused":
                cloud.Templates.Pause(review.Name);
                break;
            case "disabled":
                cloud.Templates.Disable(review.Name);
                break;
            default:
                throw new PageProblemException($"'{review.Verdict}' is not a verdict: approved, rejected, paused or disabled.");
        }

        return Read();
    }

    public IResult NextAnswer(PageCall call)
    {
        NextAnswerJson next = call.Body(PageJson.Default.NextAnswerJson);
        FaultMoment moment = next.AfterAccepting ? FaultMoment.AfterAccepting : FaultMoment.BeforeAccepting;
        if (next.Count is < 1 or > 10_000)
        {
            throw new PageProblemException("The number of times must be 1 to 10,000.");
        }

        EmulatedFault fault = next.Cut ? EmulatedFault.ConnectionCut(moment)
            : next.Code is not { } code ? throw new PageProblemException("The next response requires an error code or a cut connection.")
            : next.Status is < 400 or > 599 ? throw new PageProblemException("The HTTP status of an error is 400 to 599.")
            : EmulatedFault.Error(code, next.Status ?? 400, moment: moment);
        cloud.Faults.Next(fault, next.Count);
        return Read();
    }

    public IResult ClearFaults()
    {
        cloud.Faults.Clear();
        return Read();
    }

    public IResult AddWebhookFault(PageCall call)
    {
        WebhookFaultJson fault = call.Body(PageJson.Default.WebhookFaultJson);
        int? count = fault.Always ? null
            : fault.Count is >= 1 and <= 10_000 ? fault.Count
            : throw new PageProblemException("The number of times must be 1 to 10,000.");
        TimeSpan delay = fault.Milliseconds is >= 0 and <= 600_000
            ? TimeSpan.FromMilliseconds(fault.Milliseconds)
            : throw new PageProblemException("A delay is 0 to 600,000 milliseconds.");
        EmulatedWebhookFault kind = fault.Kind switch
        {
            "duplicate" => EmulatedWebhookFault.Duplicate(),
            "reorder" => EmulatedWebhookFault.Reorder(Environment.TickCount),
            "delay" => EmulatedWebhookFault.Delay(delay),
            "drop" => EmulatedWebhookFault.Drop(),
            "unknown" => EmulatedWebhookFault.UnknownType(),
            _ => throw new PageProblemException($"'{fault.Kind}' is not a webhook fault: duplicate, reorder, delay, drop or unknown."),
        };
        _ = count is { } next ? cloud.WebhookFaults.Next(kind, next) : cloud.WebhookFaults.Always(kind);
        return Read();
    }

    public IResult ClearWebhookFaults()
    {
        cloud.WebhookFaults.Clear();
        return Read();
    }

    public async Task<IResult> ConnectAsync(PageCall call)
    {
        string address = call.Body(PageJson.Default.CallbackJson).Address.Trim();
        if (address.Length == 0)
        {
            cloud.DisconnectWebhook();
        }
        else
        {
            Uri callback = Uri.TryCreate(address, UriKind.Absolute, out Uri? read)
                ? read
                : throw new PageProblemException($"'{address}' is not a URL such as http://localhost:5000/webhooks/whatsapp.");
            await cloud.ConnectWebhookAsync(callback, call.Aborted).ConfigureAwait(false);
        }

        return Read();
    }
}
