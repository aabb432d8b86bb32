namespace Amazon.Lambda.Annotations;

/// <summary>What is deployed.</summary>
public enum LambdaPackageType
{
    Zip,
    Image,
}
