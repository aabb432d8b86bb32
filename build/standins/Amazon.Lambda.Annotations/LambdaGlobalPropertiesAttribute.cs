namespace Amazon.Lambda.Annotations;

/// <summary>
/// Holds for every function of the assembly. A main method (GenerateMain) is not made by the stand-in.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    public string Runtime { get; set; }
}
