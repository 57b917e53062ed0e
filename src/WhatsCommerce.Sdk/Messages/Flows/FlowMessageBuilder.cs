namespace WhatsCommerce.Messages;

/// <summary>Builds a message that opens a flow: a body, the button's text, the first screen and its data, and any header.</summary>
/// <remarks>The customer's reply arrives as an interactive reply (<c>nfm_reply</c>). Source: Meta, flows/guides/sendingaflow; OpenAPI
/// v23.0.</remarks>
public sealed class FlowMessageBuilder : HeadedMessageBuilder<FlowMessageBuilder, FlowMessage>
{
    private readonly bool _byName;
    private readonly string? _flow;
    private string? _button;
    private FlowMode _mode;
    private string? _token;
    private string? _action;
    private string? _screen;
    private JsonElement? _data;

    internal FlowMessageBuilder(string? flow, bool byName)
    {
        _flow = NullIfEmpty(flow);
        _byName = byName;
    }

    /// <summary>Sets the text of the button that opens the flow.</summary>
    /// <param name="text">At most <see cref="MessageLimits.FlowButton"/> characters, without emoji.</param>
    public FlowMessageBuilder Button(string? text)
    {
        _button = NullIfEmpty(text);
        return this;
    }

    /// <summary>Sets which version of the flow is opened.</summary>
    /// <param name="mode"><see cref="FlowMode.Draft"/> to try a draft out; without this call Meta opens the published flow.</param>
    public FlowMessageBuilder Mode(FlowMode mode)
    {
        _mode = mode;
        return this;
    }

    /// <summary>Sets your own token that identifies this use of the flow; your endpoint and the reply contain it.</summary>
    /// <param name="token">The token; null or empty for none.</param>
    public FlowMessageBuilder Token(string? token)
    {
        _token = NullIfEmpty(token);
        return this;
    }

    /// <summary>Opens the flow at a screen (<c>flow_action: navigate</c>).</summary>
    /// <param name="screen">The id of the screen; null for the first screen of the flow.</param>
    /// <param name="data">The initial data of the screen: a JSON object with at least one member; null for none.</param>
    public FlowMessageBuilder Navigate(string? screen = null, JsonElement? data = null)
    {
        _action = "navigate";
        _screen = NullIfEmpty(screen);
        _data = data is { ValueKind: not JsonValueKind.Undefined } given ? given.Clone() : null;
        return this;
    }

    /// <summary>Lets your endpoint choose the first screen and its data (<c>flow_action: data_exchange</c>).</summary>
    public FlowMessageBuilder DataExchange()
    {
        _action = "data_exchange";
        _screen = null;
        _data = null;
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        AllowHeader(violations);
        RequireBody(violations);
        AllowFooter(violations);
        if (_byName)
        {
            violations.RequireText("interactive.action.parameters.flow_name", _flow, "The flow's name");
        }
        else if (_flow is not null && _flow.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            violations.Add("interactive.action.parameters.flow_id", ViolationRule.Format,
                "The id of a flow is digits only; a flow is given by its name with Message.FlowByName.");
        }
        else
        {
            violations.RequireText("interactive.action.parameters.flow_id", _flow, "The flow's id");
        }

        violations.RequireText("interactive.action.parameters.flow_cta", _button, MessageLimits.FlowButton, "The button's text");
        violations.AllowText("interactive.action.parameters.mode", _mode.Value, "The mode");
        violations.AllowText("interactive.action.parameters.flow_token", _token, "The token");
        violations.AllowText("interactive.action.parameters.flow_action_payload.screen", _screen, "The screen");
        if (_data is JsonElement data)
        {
            ValidateData(violations, data);
        }
    }

    private protected override FlowMessage Create() => new(HeaderContent, BodyText!, FooterText, _button!)
    {
        FlowId = _byName ? null : _flow,
        FlowName = _byName ? _flow : null,
        Mode = _mode,
        Token = _token,
        Action = _action,
        Screen = _screen,
        Data = _data,
    };

    private static void ValidateData(Violations violations, JsonElement data)
    {
        WirePath path = "interactive.action.parameters.flow_action_payload.data";
        if (data.ValueKind != JsonValueKind.Object || data.GetPropertyCount() == 0)
        {
            violations.Add(
                path,
                ViolationRule.Format,
                "The data of a screen is a JSON object with at least one member; leave it out if there is none.");
        }
        else
        {
            violations.RequireWritable(path, data, "The data of the screen");
        }
    }
}
